package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.scupper.spi.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyCheckTests {

    private final Deadline deadline = Deadline.in(Duration.ofSeconds(10));
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anyStatusBelow400IsReady() {
        assertThat(check("/ready").isReady(deadline)).isTrue();
        status = 302;
        assertThat(check("ready").isReady(deadline)).isTrue();
    }

    @Test
    void otherAnswersAreRememberedForTheMessage() {
        status = 503;
        var check = check("/ready");

        assertThat(check.isReady(deadline)).isFalse();
        assertThat(check.lastSeen()).endsWith("/ready: the last answer had status 503");
    }

    @Test
    void nobodyListeningIsNotReady() {
        server.stop(0);
        var check = check("/ready");

        assertThat(check.isReady(deadline)).isFalse();
        assertThat(check.lastSeen()).contains("Connection refused");
    }

    private ReadyCheck check(String path) {
        return new ReadyCheck(LocalPorts.uri(server.getAddress().getPort()), path);
    }
}
