package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scupper.spi.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic by what is in it and how much of it there is: keys, documents, bombs, bursts, storms, departures. */
class ShapedTrafficTests {

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private FakeSubject subject;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        subject = FakeSubject.at(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The path tells how the answer is to be. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            boolean zipped = "gzip".equals(headers.getFirst("Content-Encoding"));
            var body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            byte[] bytes = body.readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            seen.add("%s key=%s cookie=%s %d %s"
                    .formatted(
                            exchange.getRequestURI(),
                            headers.getFirst("key"),
                            headers.getFirst("Cookie"),
                            bytes.length,
                            text.substring(0, Math.min(16, text.length()))));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/fails") ? 500 : 200, -1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "path,   GET /prices,     '/prices/[\\w-]{12} key=null cookie=null 0 '",
        "path,   GET /prices/?a=1,'/prices/[\\w-]{12}\\?a=1 key=null cookie=null 0 '",
        "query,  GET /prices,     '/prices\\?key=[\\w-]{12} key=null cookie=null 0 '",
        "query,  GET /prices?a=1, '/prices\\?a=1&key=[\\w-]{12} key=null cookie=null 0 '",
        "header, GET /prices,     '/prices key=[\\w-]{12} cookie=null 0 '",
        "cookie, GET /prices,     '/prices key=null cookie=a=b; key=[\\w-]{12} 0 '"
    })
    void everyKeyIsAnotherInItsPlace(String where, String to, String pattern) throws IOException {
        var spec = keys("12B", 7).with("to", to).with("where", where);
        if (where.equals("cookie")) {
            spec = spec.with("headers", "Cookie: a=b");
        }
        send(spec, 5);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().allMatch(line -> line.matches(pattern));
    }

    @Test
    void unarmedAllKeysAreTheSame() throws IOException {
        try (var fault = Faults.create(keys("12B", 7)).prepare(subject)) {
            fault.operate();
            fault.operate();
            fault.arm();
            fault.operate();
            fault.lift();
            fault.operate();

            assertThat(seen.get(1))
                    .isEqualTo(seen.get(0))
                    .isEqualTo(seen.get(3))
                    .isNotEqualTo(seen.get(2));
            assertThat(fault.report().note())
                    .isEqualTo("1 times GET /prices with a key of its own in the query, answered 200 ×1");
        }
    }

    @Test
    void theSameSeedGivesTheSameKeysAndAnotherGivesOthers() throws IOException {
        send(keys("12B", 7), 4);
        var first = List.copyOf(seen);
        seen.clear();
        send(keys("12B", 7), 4);
        assertThat(seen).isEqualTo(first);
        seen.clear();
        send(keys("12B", 8), 4);

        assertThat(seen).doesNotContainAnyElementsOf(first);
    }

    @Test
    void withoutASeedNoRunRepeatsAnotherAndTheRecordSaysWhichItWas() throws IOException {
        var spec = keys("12B", 0);
        send(spec, 3);
        send(spec, 3);

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        var fault = Faults.create(spec);
        assertThat(fault.parameters().get("seed")).matches("[1-9]\\d*");
    }

    /** It is prepared anew to explain a leak: the subject has the first keys by then. */
    @Test
    void aSecondRunOfTheSameFaultGoesOn() throws IOException {
        var fault = Faults.create(keys("12B", 7));
        for (int i = 0; i < 2; i++) {
            try (var prepared = fault.prepare(subject)) {
                prepared.arm();
                prepared.operate();
                prepared.operate();
            }
        }

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aRoundOfTheSameKeysGetsTheSameKeys() throws Exception {
        try (var fault = Faults.create(keys("12B", 7)).prepare(subject)) {
            fault.arm();
            var keys = new Keys();
            var failures = new ArrayList<Exception>();
            var load = new Thread(() -> {
                keys.bindThread();
                try {
                    keys.renew();
                    fault.operate();
                    fault.operate();
                    keys.repeat();
                    fault.operate();
                    fault.operate();
                } catch (IOException e) {
                    failures.add(e);
                }
            });
            load.start();
            load.join();

            assertThat(failures).isEmpty();
            assertThat(seen.subList(2, 4)).isEqualTo(seen.subList(0, 2)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aKeySpaceBoundsHowManyKeysThereAre() throws IOException {
        send(keys("12B", 7).with("keySpace", 3), 9);

        assertThat(seen.stream().distinct()).hasSize(3);
    }

    @Test
    void documentsHaveTheirShapeAndAreSmallWhileUnarmed() throws IOException {
        var spec = Faults.of("json-explosion")
                .with("to", "POST /orders")
                .with("shape", "depth")
                .with("size", "64KiB");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.arm();
            fault.operate();

            assertThat(seen)
                    .containsExactly(
                            "/orders key=null cookie=null 1024 [[[[[[[[[[[[[[[[",
                            "/orders key=null cookie=null 65536 [[[[[[[[[[[[[[[[");
            assertThat(fault.report().note())
                    .isEqualTo("1 payloads of 64 KiB (JSON, depth), 64 KiB in all, answered 200 ×1");
        }
    }

    @Test
    void bombsInflateToTheirSize() throws IOException {
        send(Faults.of("gzip-bomb").with("to", "POST /orders").with("size", "4MiB"), 1);

        assertThat(seen).singleElement().asString().startsWith("/orders key=null cookie=null 4194304 ");
    }

    @Test
    void aBurstIsSentWholeAndSaysHowLongItTook() throws IOException {
        var spec = Faults.of("burst")
                .with("to", "GET /prices/{id}")
                .with("rate", 1_000)
                .with("count", 100)
                .with("times", 5);
        var fault = Faults.create(spec);
        try (var prepared = fault.prepare(subject)) {
            prepared.operate();
            assertThat(seen).hasSize(1);
            prepared.arm();
            prepared.operate();

            assertThat(seen).hasSize(101).doesNotHaveDuplicates();
            assertThat(fault.totalOperations()).hasValue(5);
            assertThat(prepared.report().fired()).isEqualTo(1);
            assertThat(prepared.report().note())
                    .matches(
                            "1 bursts of 100 requests GET /prices/\\{id} at 1000 a second, answered 200 ×100; from when each was"
                                    + " due: half within .*s, 99 % within .*s, all within .*s; sent late by .*s at the most");
        }
    }

    @Test
    void aBurstThatGoesAstrayIsAMiss() throws IOException {
        server.removeContext("/");
        server.createContext("/prices", this::answer);
        var spec = Faults.of("burst").with("to", "GET /nowhere").with("count", 10);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();

            assertThatThrownBy(fault::operate)
                    .hasMessage("10 of 10 requests of a burst missed, the first because: GET /nowhere ended with '404':"
                            + " the service has no such path or method, check 'to'.");
            assertThat(fault.report().fired()).isZero();
        }
    }

    @Test
    void aBurstOnADeadServerIsAMiss() {
        server.stop(0);
        try (var fault = Faults.create(Faults.of("burst").with("to", "GET /").with("count", 3))
                .prepare(subject)) {
            fault.arm();

            assertThatThrownBy(fault::operate)
                    .hasMessageStartingWith("3 of 3 requests of a burst missed, the first because: No connection to ");
        }
    }

    @Test
    void aStormBringsMessagesToAPathThatFails() throws IOException {
        var spec = storm("POST /fails").with("where", "body").with("messageBytes", "300B");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.arm();
            fault.operate();

            assertThat(seen).hasSize(11).doesNotHaveDuplicates();
            assertThat(seen.get(0)).startsWith("/works key=null");
            assertThat(seen.subList(1, 11)).allMatch(line -> line.startsWith("/fails key=null cookie=null 300 "));
        }
    }

    @Test
    void aStormOnAPathThatWorksIsAMiss() throws IOException {
        try (var fault = Faults.create(storm("GET /works")).prepare(subject)) {
            fault.arm();

            assertThatThrownBy(fault::operate)
                    .hasMessage("10 of 10 requests of a burst missed, the first because: GET /works ended with '200':"
                            + " a log storm needs a path that fails, check 'to'");
        }
    }

    @ParameterizedTest
    @CsvSource({"connect, rst", "connect, fin", "headers, rst", "headers, fin", "body, rst", "body, fin"})
    void clientsThatLeaveEarlyAreNotAnswered(String stage, String how) throws IOException {
        var spec = Faults.of("client-abort")
                .with("to", "POST /orders")
                .with("stage", stage)
                .with("how", how);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.arm();
            fault.operate();

            // The JDK's server hands on a body that was cut short, sooner or later than this line, as if it were whole.
            assertThat(seen)
                    .filteredOn(request -> request.contains(" 65536 "))
                    .singleElement()
                    .asString()
                    .startsWith("/orders key=null cookie=null ");
            assertThat(fault.report().fired()).isEqualTo(1);
            assertThat(fault.report().note()).endsWith("unanswered ×1");
        }
    }

    private void send(FaultSpec spec, int operations) throws IOException {
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            for (int i = 0; i < operations; i++) {
                fault.operate();
            }
        }
    }

    private static FaultSpec keys(String size, long seed) {
        return Faults.of("unique-keys")
                .with("to", "GET /prices")
                .with("valueBytes", size)
                .with("seed", seed);
    }

    private static FaultSpec storm(String to) {
        return Faults.of("log-storm")
                .with("to", to)
                .with("calm", "GET /works")
                .with("count", 10)
                .with("rate", 1_000);
    }
}
