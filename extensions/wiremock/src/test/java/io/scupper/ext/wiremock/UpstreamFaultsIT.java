package io.scupper.ext.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.FaultType;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Upstreams that answer wrongly, by a WireMock in a process of its own, armed and lifted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamFaultsIT {

    private final StubServer prices = StubServer.create("prices")
            .stub(get(urlPathMatching("/prices/.*")).atPriority(1).willReturn(ok("12.50")));
    private LocalServer process;

    @BeforeAll
    void start() {
        process = prices.startLocally();
        prices.started(new InetSocketAddress("127.0.0.1", process.port()), Optional.empty());
    }

    @AfterAll
    void end() {
        prices.stopping();
        process.close();
    }

    @Test
    void errorsAreAnsweredInTheOperationsThatAreChosenUntilLift() throws IOException {
        try (var fault = prepare(new UpstreamErrorsType(), Map.of("every", "2", "status", "502"))) {
            assertThat(status()).isEqualTo(200);
            fault.arm();
            for (int i = 0; i < 2; i++) {
                assertThat(status()).isEqualTo(200);
                fault.operate();
                assertThat(status()).isEqualTo(502);
                fault.operate();
            }

            var report = fault.report();
            assertThat(report.fired()).isEqualTo(2);
            assertThat(report.matched()).isEqualTo(5);

            fault.lift();
            assertThat(status()).isEqualTo(200);
            fault.operate();
            assertThat(status()).isEqualTo(200);
        }
    }

    @Test
    void upstreamThatNobodyAsksHasNotFired() throws IOException {
        try (var fault = prepare(new UpstreamErrorsType(), Map.of("path", "/other"))) {
            fault.arm();
            assertThat(status()).isEqualTo(200);
            fault.operate();

            assertThat(fault.report().fired()).isZero();
            assertThat(fault.report().note())
                    .isEqualTo("in 0 of 2 operations that were to be answered wrongly the upstream was asked");
        }
    }

    @Test
    void connectionBreaksInTheMiddleOfTheBody() throws Exception {
        try (var fault = prepare(new UpstreamResetsType(), Map.of())) {
            fault.arm();

            // On a connection that is to be kept.
            var request = HttpRequest.newBuilder(prices.address().resolve("/prices/7"))
                    .build();
            assertThat(open().getResponseCode()).isEqualTo(200);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            fault.lift();
            assertThat(body()).isEqualTo("12.50");
            assertThat(fault.report().fired()).isOne();
        }
    }

    @Test
    void connectionIsResetBeforeTheResponse() throws IOException {
        try (var fault = prepare(new UpstreamResetsType(), Map.of("how", "before-response"))) {
            fault.arm();

            assertThatThrownBy(() -> open().getResponseCode()).isInstanceOf(IOException.class);
            fault.lift();
            assertThat(body()).isEqualTo("12.50");
        }
    }

    @Test
    void bodyDribblesForLongerThanAReadMayTakeAndEnds() throws IOException {
        try (var fault = prepare(new UpstreamNeverEndsType(), Map.of("lasts", "2s"))) {
            fault.arm();
            long begun = System.nanoTime();

            assertThat(body()).hasSize(20);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1500));
            fault.lift();
            assertThat(body()).isEqualTo("12.50");
        }
    }

    @Test
    void silenceStrikesTheTimeOutOfARead() {
        try (var fault = prepare(new UpstreamNeverEndsType(), Map.of("how", "silence", "lasts", "5s"))) {
            fault.arm();
            assertThatThrownBy(() -> {
                        HttpURLConnection connection = open();
                        connection.setReadTimeout(500);
                        connection.getResponseCode();
                    })
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private PreparedFault prepare(FaultType type, Map<String, String> given) {
        return type.create(Parameters.of(type, given)).prepare(new Subject(List.of(prices)));
    }

    private int status() throws IOException {
        HttpURLConnection connection = open();
        int status = connection.getResponseCode();
        connection.disconnect();
        return status;
    }

    private String body() throws IOException {
        try (var body = open().getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpURLConnection open() throws IOException {
        var connection = (HttpURLConnection)
                prices.address().resolve("/prices/7").toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    /** A subject that has this upstream. */
    record Subject(List<Companion> companions) implements RunningSubject {

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return "orders.jar";
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public AgentLink agent() {
            throw new UnsupportedOperationException("A fault of the upstream does not ask the agent.");
        }

        @Override
        public void requireAlive() {}

        @Override
        public void close() {}
    }
}
