package io.scupper.ext.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.LocalServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StubServerIT {

    private final StubServer prices =
            StubServer.create("prices").stub(get(urlPathMatching("/prices/.*")).willReturn(ok("12.50")));

    @Test
    void stubsAreServedAtEachStartAndGoneAfterEachStop() throws IOException {
        Set<Long> before = children();

        for (int start = 1; start <= 2; start++) {
            URI address;
            try (LocalServer server = prices.startLocally()) {
                prices.started(new InetSocketAddress("127.0.0.1", server.port()), Optional.empty());
                address = prices.address();
                assertThat(body(address.resolve("/prices/7"))).isEqualTo("12.50");
                prices.stopping();
            }

            assertThatThrownBy(() -> body(address)).isInstanceOf(ConnectException.class);
            assertThatThrownBy(prices::address).isInstanceOf(ScupperException.class);
            assertThat(children()).isEqualTo(before);
        }
    }

    @Test
    void stubsCanBeAddedWhileItRuns() throws IOException {
        try (LocalServer server = prices.startLocally()) {
            prices.started(new InetSocketAddress("127.0.0.1", server.port()), Optional.empty());

            prices.stub(get("/late").willReturn(ok("late")));
            prices.client().register(get("/by-client").willReturn(ok("by client")));

            assertThat(body(prices.address().resolve("/late"))).isEqualTo("late");
            assertThat(body(prices.address().resolve("/by-client"))).isEqualTo("by client");
            prices.stopping();
        }
    }

    private static String body(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
