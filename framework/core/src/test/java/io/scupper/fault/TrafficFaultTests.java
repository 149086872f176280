package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scupper.model.ScupperException;
import io.scupper.spi.PreparedFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficFaultTests {

    private final List<Long> sizes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile int status = 201;
    private HttpServer server;
    private FakeSubject subject;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
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

    private void answer(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        sizes.add(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void largePayloadsAreSentWhileArmedAndSmallOnesOtherwise() throws IOException {
        try (var fault = payload("1MiB")) {
            fault.operate();
            fault.arm();
            fault.operate();
            fault.operate();
            fault.lift();
            fault.operate();

            assertThat(sizes).containsExactly(1L << 10, 1L << 20, 1L << 20, 1L << 10);
            assertThat(fault.bringsTraffic()).isTrue();
            assertThat(fault.report().matched()).isEqualTo(2);
            assertThat(fault.report().fired()).isEqualTo(2);
            assertThat(fault.report().note())
                    .isEqualTo("2 payloads of 1 MiB (content-length), 2 MiB in all, answered 201 ×2");
        }
    }

    @Test
    void activationChoosesAmongTheArmedAndTimesDoesNotCap() throws IOException {
        var spec = Faults.largePayload("POST /orders", "2KiB")
                .with("every", 2)
                .with("times", 1)
                .with("framing", "chunked");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            for (int i = 0; i < 4; i++) {
                fault.operate();
            }

            assertThat(sizes).containsExactly(1024L, 2048L, 1024L, 2048L);
            assertThat(fault.report().fired()).isEqualTo(2);
        }
    }

    @Test
    void payloadsOfOneOperationAreUnderWayAtTheSameTime() throws Exception {
        var barrier = new CyclicBarrier(8);
        server.createContext("/together", exchange -> {
            try {
                barrier.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IOException(e);
            }
            answer(exchange);
        });
        var spec = Faults.largePayload("POST /together", "64KiB").with("concurrency", 8);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            fault.operate();

            assertThat(sizes).hasSize(8).containsOnly(64L << 10);
            assertThat(fault.report().fired()).isEqualTo(8);
            assertThat(trafficThreads()).isEqualTo(7);
        }
        await().until(() -> trafficThreads() == 0);
    }

    @Test
    void everyRequestHasANewId() throws IOException {
        var spec = Faults.largePayload("POST /orders/{id}", "1KiB");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.operate();
        }

        assertThat(paths).doesNotHaveDuplicates().allMatch(path -> path.matches("POST /orders/\\d{1,10}"));
    }

    @ParameterizedTest
    @CsvSource({"413, 413 ×1", "400, 400 ×1", "503, 503 ×1"})
    void aRefusalOfALargePayloadLands(int refusal, String tally) throws IOException {
        try (var fault = payload("64KiB")) {
            fault.arm();
            status = refusal;
            fault.operate();

            assertThat(fault.report().fired()).isEqualTo(1);
            assertThat(fault.report().note()).endsWith("answered " + tally);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | false | POST /orders with 1 KiB (content-length) ended with '404': the service has no such path or method, check 'to'.
            404 | true  | POST /orders with 64 KiB (content-length) ended with '404': the service has no such path or method, check 'to'.
            405 | true  | POST /orders with 64 KiB (content-length) ended with '405': the service has no such path or method, check 'to'.
            401 | false | POST /orders with 1 KiB (content-length) ended with '401': the service wants credentials, give them by 'headers'.
            500 | false | POST /orders with 1 KiB (content-length) ended with '500': the service fails by itself, without a fault.
            """)
    void aMissSaysWhatWasSentAndAnswered(int answered, boolean armed, String message) {
        status = answered;
        try (var fault = payload("64KiB")) {
            if (armed) {
                fault.arm();
            }

            assertThatThrownBy(fault::operate).isInstanceOf(IOException.class).hasMessage(message);
            assertThat(fault.report().fired()).isZero();
        }
    }

    @Test
    void aRefusedConnectionIsAMiss() {
        server.stop(0);
        try (var fault = payload("64KiB")) {
            assertThatThrownBy(fault::operate)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "POST /orders with 1 KiB (content-length) did not get there. No connection to ");
        }
    }

    @Test
    void severalMissesAreCounted() {
        status = 404;
        var spec = Faults.largePayload("POST /orders", "1KiB").with("concurrency", 3);
        try (var fault = Faults.create(spec).prepare(subject)) {
            assertThatThrownBy(fault::operate)
                    .hasMessageStartingWith("3 of 3 requests at the same time missed, the first because: POST /orders");
        }
    }

    @Test
    void aSubjectWithoutHttpCannotTakeTraffic() {
        var fault = Faults.create(Faults.largePayload("POST /orders", "1KiB"));

        assertThatThrownBy(() -> fault.prepare(FakeSubject.withoutHttp()))
                .isInstanceOf(ScupperException.class)
                .hasMessage("Fault 'large-payload' sends 'POST /orders', but orders:1.4 has no HTTP server that Scupper"
                        + " knows of. Say which port it has.");
    }

    @Test
    void clientsGoAwayWhileArmedAndReadToTheEndOtherwise() throws IOException {
        server.createContext("/orders/", exchange -> {
            paths.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(new byte[1 << 20]);
            }
        });
        var spec = Faults.abandonedTasks(AbandonedTasks.How.CLIENT).with("to", "GET /orders/{id}/stream");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.arm();
            fault.operate();
            fault.operate();

            assertThat(paths).hasSize(3).doesNotHaveDuplicates();
            assertThat(fault.report().fired()).isEqualTo(2);
            assertThat(fault.report().note())
                    .isEqualTo("2 requests GET /orders/{id}/stream abandoned mid response by RESET: 200 ×2");
        }
    }

    @Test
    void aServiceThatAnswersBeforeItsClientLeavesIsAMiss() {
        var spec = Faults.abandonedTasks(AbandonedTasks.How.CLIENT)
                .with("to", "GET /orders/{id}")
                .with("stage", "BEFORE_RESPONSE")
                .with("patience", "10s");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();

            assertThatThrownBy(fault::operate)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("GET /orders/{id} could not be abandoned before response. Nothing was");
            assertThat(fault.report().fired()).isZero();
        }
    }

    private PreparedFault payload(String size) {
        return Faults.create(Faults.largePayload("POST /orders", size)).prepare(subject);
    }

    private static long trafficThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("scupper-traffic-"))
                .count();
    }
}
