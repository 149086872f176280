package io.scupper.examples.orders;

import java.io.IOException;
import java.net.URI;

/** Asks the price service, over one pool of connections for the life of the service. */
final class PriceClient {

    private final String baseUrl;

    // The mistake: nobody looks whether connections come back to the pool. When 25 have not, no price is to be had.
    private final PooledClient client = new PooledClient();

    PriceClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Returns the answer of the price service; blocks for some seconds at most. */
    String priceOf(String orderId) throws IOException {
        return client.get(URI.create(baseUrl + "/prices/" + orderId));
    }

    int leased() {
        return client.stats().getLeased();
    }

    void close() {
        client.close();
    }
}
