package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scupper.spi.PreparedFault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time: how many stay, what lift and compensation do to them. */
class SlowTrafficTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger inside = new AtomicInteger();
    private HttpServer server;
    private FakeSubject subject;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext(
                "/upload",
                exchange -> counted(exchange, () -> {
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                    exchange.sendResponseHeaders(200, -1);
                }));
        server.createContext(
                "/report",
                exchange -> counted(exchange, () -> {
                    exchange.sendResponseHeaders(200, 256 * (64L << 10));
                    for (int i = 0; i < 256; i++) {
                        exchange.getResponseBody().write(new byte[64 << 10]);
                    }
                }));
        server.createContext(
                "/small",
                exchange -> counted(exchange, () -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[2]);
                }));
        server.start();
        subject = FakeSubject.at(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        void answer() throws IOException;
    }

    private void counted(HttpExchange exchange, Answering answering) throws IOException {
        inside.incrementAndGet();
        try (exchange) {
            answering.answer();
        } finally {
            inside.decrementAndGet();
        }
    }

    @Test
    void clientsThatSendSlowlyStayAfterLiftAndGoWhenCompensated() throws IOException {
        try (var fault = prepared("slow-request-body", "POST /upload")) {
            fault.operate();
            assertThat(fault.report().held()).isZero();
            fault.arm();
            fault.operate();
            fault.operate();
            fault.lift();

            assertThat(fault.report().fired()).isEqualTo(2);
            assertThat(fault.report().held()).isEqualTo(2);
            assertThat(fault.report().note())
                    .isEqualTo(
                            "2 requests POST /upload, each sent by 1 KiB a second up to 1 GiB: begun ×2; 2 still there");
            await().atMost(SOON).until(() -> inside.get() == 2);
            fault.compensate();
            assertThat(fault.report().held()).isZero();
            await().atMost(SOON).until(() -> inside.get() == 0);
        }
    }

    @Test
    void bodiesThatComeToTheirEndAreCounted() throws IOException {
        var spec = Faults.of("slow-request-body")
                .with("to", "POST /upload")
                .with("size", "2KiB")
                .with("bytesPerSecond", "1MiB");
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            fault.operate();

            await().atMost(SOON).until(() -> fault.report().held() == 0);
            assertThat(fault.report().note()).endsWith("begun ×1; ended 200 ×1, 0 still there");
        }
    }

    @Test
    void bodiesWithoutEndGoOnAfterTheirSize() throws IOException {
        var spec = Faults.of("slow-request-body")
                .with("to", "POST /upload")
                .with("size", "1B")
                .with("bytesPerSecond", "1GiB")
                .with("stallAfter", "1MiB")
                .with("endless", true);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.operate();
            fault.arm();
            fault.operate();

            await().atMost(SOON).until(() -> inside.get() == 1);
            assertThat(fault.report().held()).isEqualTo(1);
        }
        await().atMost(SOON).until(() -> inside.get() == 0);
    }

    @Test
    void noMoreStayThanMay() throws IOException {
        var spec = Faults.of("slow-request-body").with("to", "POST /upload").with("maxHeld", 2);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();
            for (int i = 0; i < 5; i++) {
                fault.operate();
            }

            assertThat(fault.report().matched()).isEqualTo(5);
            assertThat(fault.report().fired()).isEqualTo(2);
            assertThat(fault.report().held()).isEqualTo(2);
        }
    }

    @Test
    void readersKeepTheServersThreadUntilTheyAreLetGo() throws IOException {
        try (var fault = prepared("slow-response-reader", "GET /report")) {
            fault.operate();
            await().atMost(SOON).until(() -> inside.get() == 0);
            fault.arm();
            fault.operate();
            fault.operate();
            fault.lift();

            assertThat(inside.get()).isEqualTo(2);
            assertThat(fault.report().note())
                    .isEqualTo(
                            "2 requests GET /report, each read by 1 KiB a second up to 1 GiB: 200 ×2; 2 still there");
            fault.compensate();
            await().atMost(SOON).until(() -> inside.get() == 0);
        }
    }

    @Test
    void responsesThatAreTooShortAreAMiss() throws IOException {
        var spec = Faults.of("slow-response-reader").with("to", "GET /small").with("maxHeld", 1);
        try (var fault = Faults.create(spec).prepare(subject)) {
            fault.arm();

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(fault::operate)
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith(
                                "GET /small could not take its time. Nothing was read slowly: the response has 2 bytes");
            }
            assertThat(fault.report().fired()).isZero();
        }
    }

    @Test
    void pathsThatDoNotExistAreAMiss() throws IOException {
        try (var fault = prepared("slow-response-reader", "GET /nowhere")) {
            fault.arm();

            assertThatThrownBy(fault::operate)
                    .hasMessage("GET /nowhere ended with '404': the service has no such path or method, check 'to'.");
        }
    }

    @Test
    void noThreadStaysBehind() throws IOException {
        try (var fault = prepared("slow-request-body", "POST /upload")) {
            fault.arm();
            fault.operate();
            assertThat(movers()).isEqualTo(1);
        }
        await().until(() -> movers() == 0);
    }

    private PreparedFault prepared(String id, String to) {
        return Faults.create(Faults.of(id).with("to", to)).prepare(subject);
    }

    private static long movers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("scupper-held-clients"))
                .count();
    }
}
