package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTests {

    @ParameterizedTest
    @CsvSource({
        "leases, Apache HttpClient 5 leased, CloseableHttpResponse",
        "leases, OkHttp leased, Close every Response",
        "leases, JDK HttpClient leased, BodyHandlers.discarding()",
        "leases, HikariCP orders leased, leakDetectionThreshold",
        "leases, Some pool, bound the wait for a lease",
        "threads, HttpClient-*-SelectorManager, Share one java.net.http.HttpClient",
        "threads, Timer-*, Cancel the java.util.Timer",
        "threads, OkHttp TaskRunner, Share one OkHttpClient",
        "threads, pool-*-thread-*, Shut the executor down",
        "threads, orders-worker-*, Future.cancel(true)",
        "sockets, CLOSE_WAIT to prices:80, The peer has closed",
        "sockets, ESTABLISHED to prices:80, share one client",
        "descriptors, file, try-with-resources",
        "redis, pubsub clients, share one for all",
        "redis, clients named prices, share one for all",
        "redis, output buffer, client-output-buffer-limit",
        "rabbitmq, queue orders unacknowledged, Acknowledge or reject each message",
        "rabbitmq, queue orders ready, x-max-length",
        "unheard of, anything, Compare with the bound"
    })
    void theFirstRowThatFitsIsTaken(String probe, String name, String part) {
        assertThat(Advice.of(probe, name, List.of(), List.of(), List.of())).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "HashMap, recent, Bound the map",
        "ConcurrentHashMap, priceCache, expireAfterAccess",
        "CopyOnWriteArrayList, listeners, unregister",
        "ThreadLocalMap, context, ThreadLocal.remove",
        "DelayedWorkQueue, queue, setRemoveOnCancelPolicy",
        "LinkedBlockingQueue, pending, Bound the queue",
        "ArrayList, all, Find the collection"
    })
    void whatIsOnTheHeapIsToldByWhatHoldsIt(String type, String place, String part) {
        var path = new HeapPath(
                "abc",
                "static field of class com.acme.Orders",
                List.of(new HeapPath.Step("", "class com.acme.Orders", new Counts(1, 1), List.of())),
                new HeapPath.Place(place, type, new Counts(0, 211), "entries", List.of()),
                Optional.empty(),
                new Counts(0, 211),
                new Counts(0, 1_000));

        assertThat(Advice.of("heap", "com.acme.OrderHandler", List.of(path), List.of(), List.of()))
                .contains(part);
    }

    @Test
    void goroutinesAreEndedByWhatTheyWaitFor() {
        List<String> receiving = List.of("211 of them are parked in chan receive, called by main.await(leaky.go:45)");

        assertThat(Advice.of("goroutines", "main.await", List.of(), List.of(), receiving))
                .contains("select on ctx.Done()");
        assertThat(Advice.of("goroutines", "net/http.(*persistConn).readLoop", List.of(), List.of(), List.of()))
                .contains("defer response.Body.Close()");
    }

    @Test
    void whatGoAllocatesIsToldByTheStackThatAllocates() {
        var origin = new Origin(
                "made",
                211,
                211,
                List.of("context.WithDeadline(std/context/context.go:447)", "main.quote(leaky.go:59)"));

        assertThat(Advice.of("heap", "main.quote", List.of(), List.of(origin), List.of()))
                .contains("defer cancel()", "quote makes one that stays");
    }

    @Test
    void whatGrewIsNamedWithoutItsPackage() {
        assertThat(Advice.of("heap", "com.acme.Order", List.of(), List.of(), List.of()))
                .isEqualTo(
                        "Find the collection, cache or listener list that keeps Order, and bound it or remove the entry"
                                + " when the operation ends, on failures too.");
    }

    @Test
    void libraryIsAlsoKnownByTheStack() {
        var origin =
                new Origin("leased", 9, 9, List.of("okhttp3.internal.connection.RealCall.execute(RealCall.kt:151)"));

        assertThat(Advice.of("leases", "pool", List.of(), List.of(origin), List.of()))
                .contains("Close every Response");
    }

    @Test
    void threadsThatWaitForTheirNextTaskAreAPoolThatNobodyShutDown() {
        var idle = List.of(
                "9 of them are parked in LinkedBlockingQueue.take",
                "  java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)",
                "  java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1062)");

        assertThat(Advice.of("threads", "report-*", List.of(), List.of(), idle)).startsWith("Shut the executor down");
        assertThat(Advice.of("threads", "report-*", List.of(), List.of(), List.of()))
                .startsWith("Give the task a time limit");
    }
}
