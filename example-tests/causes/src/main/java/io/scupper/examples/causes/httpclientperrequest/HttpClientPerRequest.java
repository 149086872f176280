package io.scupper.examples.causes.httpclientperrequest;

import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/** Asks an upstream for a price, through Apache HttpClient. */
public final class HttpClientPerRequest {

    private static final int MOST = 200;
    private static final int MOST_FOR_ROUTE = 20;

    private final HttpGet request = new HttpGet(System.getenv("PRICES_URL") + "/price");
    private final CloseableHttpClient shared = pooled();

    private HttpClientPerRequest() {}

    public static void main(String[] args) throws IOException {
        var service = new HttpClientPerRequest();
        WorkServer.serve(
                WorkServer.isRemedied(args) ? item -> service.ask() : item -> service.askWithAClientOfItsOwn());
    }

    /** The leak: a client with its pool and the thread that evicts from that, which nobody closes. */
    private String askWithAClientOfItsOwn() throws IOException {
        CloseableHttpClient client = HttpClients.custom()
                .evictIdleConnections(TimeValue.ofMinutes(1))
                .build();
        return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
    }

    // tag::remedy[]
    private static CloseableHttpClient pooled() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST)
                        .setMaxConnPerRoute(MOST_FOR_ROUTE)
                        .build())
                .evictIdleConnections(TimeValue.ofMinutes(1))
                .build();
    }

    private String ask() throws IOException {
        return shared.execute(request, response -> EntityUtils.toString(response.getEntity()));
    }
    // end::remedy[]
}
