package io.scupper.explain;

import io.scupper.model.HeapPath;
import io.scupper.model.Origin;
import io.scupper.model.Resource;
import io.scupper.trace.Frames;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to close, bound or cancel, by the kind of what grew and by the library or collection that is involved. A reviewed list, never
 * made up at run time: the first row that fits is taken, and the last row of a kind fits always.
 *
 * @param probe the kind of what grew
 * @param sign found in its name, in the types and names on its path, or in the stacks that brought it forth
 * @param text one or two sentences; {@code %s} stands for its name, without the package
 */
record Advice(String probe, Pattern sign, String text) {

    private static final List<Advice> ALL = List.of(
            heap(
                    "context\\.With\\w+\\(\\S+\\.go:|time\\.(?:AfterFunc|NewTimer)\\(\\S+\\.go:",
                    "Call the cancel function when the operation ends (defer cancel()), stop timers, and keep no context in a"
                            + " cache or a struct: %s makes one that stays."),
            heap(
                    "\\(\\S+\\.go:\\d+\\)$",
                    "Find what keeps what %s allocates (a map, a slice, a cache, a context, a goroutine that waits), and bound"
                            + " it or remove the entry when the operation ends, on errors too."),
            heap(
                    "ThreadLocal",
                    "Call ThreadLocal.remove in a finally block where the work of the thread ends: a pool's thread keeps"
                            + " its %s until it ends itself."),
            heap(
                    "(?i)listener|observer|subscri|callback|handler",
                    "Whoever registers a listener must unregister it: remove %s where its owner is closed, or register it"
                            + " once for all."),
            heap(
                    "DelayedWorkQueue|TaskQueue|HashedWheelTimer|ScheduledFutureTask",
                    "Cancel the task when nobody waits for it any more, and have it removed from the queue"
                            + " (ScheduledThreadPoolExecutor.setRemoveOnCancelPolicy(true)): %s stays until its time comes otherwise."),
            heap(
                    "LinkedBlocking|ArrayDeque|ConcurrentLinked|PriorityBlocking|LinkedTransfer|ArrayBlocking",
                    "Bound the queue, and refuse or drop what is offered when it is full: %s comes faster than it is taken."),
            heap(
                    "(?i)cache",
                    "Bound the cache by size and by time (Caffeine: maximumSize and expireAfterAccess): nothing takes %s out."),
            heap(
                    "Map|Table",
                    "Bound the map or remove the entry when the operation ends, on failures too: nothing takes %s out."),
            heap(
                    "",
                    "Find the collection, cache or listener list that keeps %s, and bound it or remove the entry when the"
                            + " operation ends, on failures too."),
            row(
                    "threads",
                    "HttpClient-\\*-SelectorManager|HttpClient-\\*-Worker",
                    "Share one java.net.http.HttpClient instead of making one for each call: each has threads of its own"
                            + " until it is collected (Java 21 and later: close it)."),
            row(
                    "threads",
                    "^Timer-\\*",
                    "Cancel the java.util.Timer where its owner is closed, or share one scheduler."),
            row(
                    "threads",
                    "(?i)nioEventLoop|epollEventLoop|lettuce-|redisson",
                    "Share one client, or shut its event loop down with it (shutdownGracefully, shutdown): each brings its"
                            + " own threads."),
            row(
                    "threads",
                    "OkHttp",
                    "Share one OkHttpClient: each made anew has a pool of connections and threads of its own."),
            row("threads", "kafka-", "Close the Kafka client (close with a time limit) where its owner is closed."),
            row(
                    "threads",
                    "^pool-\\*-thread-\\*|ThreadPoolExecutor.getTask",
                    "Shut the executor down where its owner is closed, or share one: an executor that nobody refers to any"
                            + " more keeps its threads."),
            row(
                    "threads",
                    "",
                    "Give the task a time limit and cancel it with interruption (Future.cancel(true)) when the limit is"
                            + " reached, or shut its executor down."),
            row(
                    Resource.GOROUTINES,
                    "net/http\\.\\(\\*persistConn\\)",
                    "Read the body of every response to its end and close it (defer response.Body.Close()), on errors too, and"
                            + " give the client a Timeout: each response that is left open keeps its connection and two"
                            + " goroutines."),
            row(
                    Resource.GOROUTINES,
                    "chan send",
                    "Somebody must receive, or nobody wait: give the channel room for its one answer (make(chan T, 1)), or"
                            + " select on ctx.Done() beside the send."),
            row(
                    Resource.GOROUTINES,
                    "chan receive|select",
                    "Give the goroutine a way to end: select on ctx.Done() with a time limit, or close the channel in whoever"
                            + " made it, on every path."),
            row(
                    Resource.GOROUTINES,
                    "",
                    "Give the goroutine a way to end: a context with a time limit that whoever started it cancels."),
            row(
                    "leases",
                    "Apache|org\\.apache\\.h",
                    "Close every CloseableHttpResponse in try-with-resources, on errors too, or read the body to its end"
                            + " (EntityUtils.consume); a response handler does both. Bound the wait with"
                            + " connectionRequestTimeout."),
            row(
                    "leases",
                    "OkHttp|okhttp3",
                    "Close every Response in try-with-resources, on errors too: the connection is given back when the body"
                            + " is read to its end or closed."),
            row(
                    "leases",
                    "JDK HttpClient|java\\.net\\.http",
                    "Read the body to its end or close its stream (BodyHandlers.discarding() where it is not wanted), and give"
                            + " the request a timeout."),
            row(
                    "leases",
                    "Hikari",
                    "Close every Connection in try-with-resources, on errors too; HikariCP never takes one back by itself"
                            + " (leakDetectionThreshold only logs who has it)."),
            row(
                    "leases",
                    "",
                    "Close every response or connection in try-with-resources, on errors too; bound the wait for a"
                            + " lease, and renew the client when leases outlive their calls."),
            row(
                    "sockets",
                    "^CLOSE_WAIT",
                    "The peer has closed and this side has not: close the response or connection it belongs to."),
            row(
                    "sockets",
                    "",
                    "Close what opened these connections, or share one client instead of making one for each call."),
            row(
                    "tasks",
                    "",
                    "Cancel the task when nobody waits for it any more, and remove it from its queue"
                            + " (setRemoveOnCancelPolicy); a virtual thread needs a bounded wait."),
            row(
                    "buffers",
                    "",
                    "Release the buffer (Netty: release(), or the decoder's destroy()) or let one owner reuse it;"
                            + " the JDK frees a direct buffer only after a collection."),
            row(
                    "classes",
                    "",
                    "Make the proxy, script or class loader once and share it, and close the loader when it is"
                            + " replaced."),
            row(
                    "thread-locals",
                    "",
                    "Call ThreadLocal.remove in a finally block where the work of the thread ends; a pool's threads do not."),
            row("delete-on-exit", "", "Delete the file yourself: File.deleteOnExit keeps its name until the JVM ends."),
            row("descriptors", "", "Close the file, socket or pipe in try-with-resources."),
            row(
                    "redis",
                    "^(?:pubsub )?clients",
                    "Close the client or the subscription where its owner is closed, or share one for all: Redis keeps"
                            + " what belongs to it for as long as its connection stands."),
            row(
                    "redis",
                    "",
                    "Let the consumer hand messages over to a bounded queue, and set client-output-buffer-limit so"
                            + " that Redis cuts a slow one off."),
            row(
                    "rabbitmq",
                    "unacknowledged$",
                    "Acknowledge or reject each message once it is dealt with, on failures too, and bound how many are delivered ahead (basicQos)."),
            row(
                    "rabbitmq",
                    "",
                    "Bound the queue (x-max-length) or let its messages expire (x-message-ttl), and have enough consumers for what is published."),
            row("", "", "Compare with the bound that the test declares, and close what holds it."));

    static String ofCollected() {
        return "Close it in try-with-resources: a cleaner runs only when the heap happens to be collected, be the limit of"
                + " open files reached or not. If you rely on that, say acceptCollected.";
    }

    /**
     * Returns the first row that fits what is known of one thing that grew.
     *
     * @param waits what its threads wait for, in lines with the frames; empty for what is no thread
     */
    static String of(String probe, String name, List<HeapPath> paths, List<Origin> origins, List<String> waits) {
        Stream<String> signs = probe.equals("heap")
                // Neither its name nor how it came says how it is held, except in Go, where that is all there is.
                ? Stream.concat(paths.stream().limit(1).flatMap(Advice::signs), framesOfGo(origins))
                : Stream.of(
                                Stream.of(name),
                                origins.stream().limit(1).flatMap(origin -> origin.frames().stream()),
                                waits.stream())
                        .flatMap(known -> known);
        String all = signs.collect(Collectors.joining("\n"));
        return ALL.stream()
                .filter(row -> row.probe.equals(probe) || row.probe.isEmpty())
                .filter(row -> row.sign.matcher(all).find())
                .findFirst()
                .orElseThrow()
                .text
                .replace("%s", simple(SourceName.of(name)));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Stream<String> framesOfGo(List<Origin> origins) {
        return origins.stream().flatMap(origin -> origin.frames().stream()).filter(Frames::isGo);
    }

    /** A path says more by what grows and what holds it than by its root. */
    private static Stream<String> signs(HeapPath path) {
        return Stream.concat(
                Stream.of(path.place().type(), path.place().name()),
                path.steps().stream()
                        .filter(step -> step.marks().contains(HeapPath.Mark.HOLDS))
                        .flatMap(step -> Stream.of(step.className(), step.edge())));
    }

    private static Advice heap(String sign, String text) {
        return row("heap", sign, text);
    }

    private static Advice row(String probe, String sign, String text) {
        return new Advice(probe, Pattern.compile(sign, Pattern.MULTILINE), text);
    }
}
