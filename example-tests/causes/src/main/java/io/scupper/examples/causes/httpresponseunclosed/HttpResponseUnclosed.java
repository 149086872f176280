package io.scupper.examples.causes.httpresponseunclosed;

import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Asks an upstream for a stock, through Apache HttpClient; some answers are errors. */
public final class HttpResponseUnclosed {

    private static final int MOST = 200;

    private final HttpGet request = new HttpGet(System.getenv("STOCKS_URL") + "/stock");
    private final CloseableHttpClient client;

    private HttpResponseUnclosed(CloseableHttpClient client) {
        this.client = client;
    }

    public static void main(String[] args) throws IOException {
        boolean remedied = WorkServer.isRemedied(args);
        var service = new HttpResponseUnclosed(remedied ? bounded() : unbounded());
        WorkServer.serve(remedied ? item -> service.ask() : item -> service.askAndCloseIfAllIsWell());
    }

    /** The leak: an error is thrown past the line that closes. */
    private String askAndCloseIfAllIsWell() throws IOException, ParseException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        String body = body(response);
        response.close();
        return body;
    }

    // tag::remedy[]
    private String ask() throws IOException, ParseException {
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return body(response);
        }
    }

    private static CloseableHttpClient bounded() {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST)
                        .setMaxConnPerRoute(MOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setSocketTimeout(Timeout.ofSeconds(2))
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(1))
                        .build())
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }
    // end::remedy[]

    private static CloseableHttpClient unbounded() {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST)
                        .setMaxConnPerRoute(MOST)
                        .build())
                .build();
    }

    private static String body(ClassicHttpResponse response) throws IOException, ParseException {
        if (response.getCode() != 200) {
            throw new IOException("answered with " + response.getCode());
        }
        return EntityUtils.toString(response.getEntity());
    }
}
