package io.scupper.examples.orders;

import java.io.IOException;
import java.net.URI;

/** Asks the price service, over a pool of connections that is replaced when connections do not come back to it. */
final class PriceClient {

    private final String baseUrl;
    private final LeaseWatchdog clients = new LeaseWatchdog();

    PriceClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Returns the answer of the price service; blocks for some seconds at most. */
    String priceOf(String orderId) throws IOException {
        LeaseWatchdog.Watched client = clients.begin();
        try {
            return client.pool().get(URI.create(baseUrl + "/prices/" + orderId));
        } finally {
            client.end();
        }
    }

    int leased() {
        return clients.leased();
    }

    void close() {
        clients.close();
    }
}
