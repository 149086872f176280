package io.scupper.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseWatchdogTests {

    private final LeaseWatchdog clients = new LeaseWatchdog();

    @AfterEach
    void stop() {
        clients.close();
    }

    @Test
    void connectionsThatDoNotComeBackAreGivenUpWithTheirPool() throws Exception {
        PooledClient first = pool();
        loseConnections(first, PooledClient.CONNECTIONS);

        assertThat(clients.leased()).isEqualTo(PooledClient.CONNECTIONS);

        await().atMost(Duration.ofSeconds(10)).until(() -> clients.leased() == 0);
        assertThat(pool()).isNotSameAs(first);
    }

    @Test
    void theOldPoolServesItsCallsToTheEnd() throws Exception {
        LeaseWatchdog.Watched call = clients.begin();
        loseConnections(call.pool(), 3);
        await().atMost(Duration.ofSeconds(10)).until(() -> pool() != call.pool());

        try (PriceServer prices = new PriceServer()) {
            assertThat(call.pool().get(java.net.URI.create(prices.url() + "/prices/7")))
                    .isEqualTo(PriceServer.ANSWER);
        }

        assertThat(clients.leased()).isEqualTo(3);
        call.end();
        await().atMost(Duration.ofSeconds(10)).until(() -> clients.leased() == 0);
    }

    @Test
    void aPriceIsReadAndItsConnectionGivenBack() throws IOException {
        try (PriceServer prices = new PriceServer()) {
            PriceClient client = new PriceClient(prices.url());

            assertThat(client.priceOf("7")).isEqualTo(PriceServer.ANSWER);
            assertThat(client.leased()).isZero();
            client.close();
        }
    }

    private PooledClient pool() {
        LeaseWatchdog.Watched call = clients.begin();
        call.end();
        return call.pool();
    }

    private static void loseConnections(PooledClient client, int number) throws Exception {
        HttpRoute route = new HttpRoute(new HttpHost("http", "localhost", 1));
        for (int i = 0; i < number; i++) {
            client.connections()
                    .lease("lost", route, Timeout.ofSeconds(1), null)
                    .get(Timeout.ofSeconds(1));
        }
    }
}
