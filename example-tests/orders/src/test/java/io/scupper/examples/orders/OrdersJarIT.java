package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import redis.embedded.RedisServer;

/**
 * Both packed jars, with a price service and a Redis. Without a fault they cannot be told apart; with one, the leaky build
 * keeps as much as there were operations, and the remedied build nothing.
 */
@ParameterizedClass
@ValueSource(strings = {"leaky", "remedied"})
class OrdersJarIT {

    private static final int OPERATIONS = 20;

    @Parameter
    private String variant;

    private RedisServer redis;
    private int redisPort;
    private PriceServer prices;
    private OrdersJar orders;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            redisPort = socket.getLocalPort();
        }
        redis = RedisServer.newRedisServer().port(redisPort).build();
        redis.start();
        prices = new PriceServer();
        orders = new OrdersJar(variant, prices.url(), "redis://localhost:" + redisPort);
        http = orders.http();
    }

    @AfterEach
    void stop() throws IOException {
        orders.close();
        prices.close();
        redis.stop();
    }

    @Test
    void everyEndpointAnswersAndNothingIsKept() throws IOException {
        assertThat(orders.greeting()).isEqualTo("orders (" + variant + ") ready on port " + http.port());
        assertThat(http.get("/health").statusCode()).isEqualTo(200);
        for (int i = 0; i < OPERATIONS; i++) {
            useEveryEndpoint("o-" + i);
        }

        await().until(() -> http.count("confirmed") == OPERATIONS);
        assertThat(http.count("pendingConfirmations")).isZero();
        assertThat(http.count("auditEntries")).isZero();
        assertThat(http.count("leasedConnections")).isZero();
        await().until(() -> http.count("requestContexts") == 0);
        await().until(() -> http.count("runningReports") == 0);
    }

    @Test
    void redisKnowsTheConnectionsByName() throws IOException {
        assertThat(redis("CLIENT LIST"))
                .contains("name=orders-publisher")
                .contains("name=orders-subscriber")
                .contains("sub=1");
    }

    @Test
    void largeOrders() {
        byte[] large = new byte[2 << 20];

        for (int i = 0; i < OPERATIONS; i++) {
            assertThat(http.post("/orders", large).statusCode()).isEqualTo(leaky() ? 201 : 413);
        }

        assertThat(http.count("auditEntries")).isEqualTo(expected());
    }

    @Test
    void confirmationsThatComeTooLate() throws IOException {
        redis("CLIENT PAUSE 1500");
        for (int i = 0; i < OPERATIONS; i++) {
            assertThat(http.post("/orders/" + i + "/confirm", new byte[0]).statusCode())
                    .isEqualTo(202);
        }
        assertThat(redis("PING")).contains("PONG");

        assertThat(http.post("/orders/last/confirm", new byte[0]).statusCode()).isEqualTo(202);
        await().until(() -> http.count("confirmed") == 1);
        assertThat(http.count("pendingConfirmations")).isEqualTo(expected());
    }

    @Test
    void clientsThatGoAway() throws IOException {
        for (int i = 0; i < OPERATIONS; i++) {
            startReadingAndGoAway();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> http.count("requestContexts") == expected());
    }

    private boolean leaky() {
        return variant.equals("leaky");
    }

    private int expected() {
        return leaky() ? OPERATIONS : 0;
    }

    private void useEveryEndpoint(String id) throws IOException {
        byte[] body = ("order " + id).getBytes(StandardCharsets.UTF_8);
        String bytes = "\"bytes\":" + body.length;
        assertThat(http.post("/orders", body).body()).contains(bytes);
        assertThat(http.postChunked("/orders", body).body()).contains(bytes);
        assertThat(http.postGzip("/orders", Gzip.of(body)).body()).contains(bytes);
        assertThat(http.get("/orders/" + id).body()).contains("\"id\":\"" + id + "\"");
        assertThat(http.get("/orders/" + id + "/price").body()).isEqualTo(PriceServer.ANSWER);
        assertThat(http.get("/orders/" + id + "/report").body()).contains("checksum");
        assertThat(http.get("/orders/" + id + "/stream?bytes=20000").body()).hasSize(20_000);
        HttpResponse<String> confirmed = http.post("/orders/" + id + "/confirm", new byte[0]);
        assertThat(confirmed.statusCode()).isEqualTo(202);
    }

    private void startReadingAndGoAway() throws IOException {
        try (Socket socket = new Socket("localhost", http.port())) {
            socket.setSoLinger(true, 0);
            String request = "GET /orders/7/stream?bytes=100000000 HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
        }
    }

    private String redis(String command) throws IOException {
        try (Socket socket = new Socket("localhost", redisPort)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            StringBuilder reply = new StringBuilder();
            byte[] buffer = new byte[8192];
            do {
                int read = in.read(buffer);
                reply.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            } while (in.available() > 0);
            return reply.toString();
        }
    }
}
