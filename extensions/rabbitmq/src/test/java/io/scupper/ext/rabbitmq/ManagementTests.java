package io.scupper.ext.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read from answers as RabbitMQ 3.10 wrote them. */
class ManagementTests {

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer api;
    private Management management;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        api.createContext("/", exchange -> {
            byte[] body = answers.getOrDefault(exchange.getRequestURI().getPath(), "[]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        api.start();
        management = new Management("rabbitmq", api.getAddress());
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void countsWhatWaitsByGroupsOfQueues() {
        answers.put(
                "/api/queues",
                "[{\"messages_ready\":3,\"messages_unacknowledged\":1,\"name\":\"orders-1\"},"
                        + "{\"messages_ready\":4,\"messages_unacknowledged\":0,\"name\":\"orders-2\"}]");
        answers.put("/api/connections", "[{\"name\":\"172.17.0.3:40012 -> 172.17.0.2:5672\"}]");
        answers.put("/api/channels", "[{\"name\":\"a (1)\"},{\"name\":\"a (2)\"}]");

        assertThat(new QueuesProbe("rabbitmq", management).read(NOTHING))
                .isEqualTo(Map.of(
                        Resource.count("rabbitmq", "connections"), 1L,
                        Resource.count("rabbitmq", "channels"), 2L,
                        Resource.count("rabbitmq", "queue 'orders-*' ready"), 7L,
                        Resource.count("rabbitmq", "queue 'orders-*' unacknowledged"), 1L));
    }

    @Test
    void queueOfWhichTheCountsAreMissingIsAnError() {
        answers.put("/api/queues", "[{\"name\":\"orders\"}]");

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(management::queues)
                .withMessageEndingWith(" does not tell 'messages_ready' of a queue: {\"name\":\"orders\"}.");
    }

    @Test
    void apiThatIsGoneIsAnError() {
        api.stop(0);

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(management::connections)
                .withMessageStartingWith("The management API of RabbitMQ 'rabbitmq' on ")
                .withMessageContaining(" does not answer GET /api/connections");
    }

    private static final io.scupper.model.Snapshot NOTHING = new io.scupper.model.Snapshot(
            new io.scupper.model.Sample.Heap(0, 0, 0, 0),
            0,
            Map.of(),
            java.util.List.of(),
            java.util.List.of(),
            Map.of(),
            Map.of(),
            java.util.List.of(),
            Map.of(),
            Map.of());
}
