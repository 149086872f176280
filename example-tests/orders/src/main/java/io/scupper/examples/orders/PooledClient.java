package io.scupper.examples.orders;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.Timeout;

/** One HTTP client with a pool of 25 connections of its own. Every wait in it ends after 2 s. */
final class PooledClient {

    static final int CONNECTIONS = 25;
    private static final Timeout PATIENCE = Timeout.ofSeconds(2);
    private static final int LONGEST_ANSWER = 65_536;

    private final PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(ConnectionConfig.custom()
                    .setConnectTimeout(PATIENCE)
                    .setSocketTimeout(PATIENCE)
                    .build())
            .build();
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectionRequestTimeout(PATIENCE)
                    .setResponseTimeout(PATIENCE)
                    .build())
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableCookieManagement()
            .build();

    /** Gets a short text; blocks for some seconds at most. */
    String get(URI uri) throws IOException {
        HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        try (ClassicHttpResponse response = client.executeOpen(host, new HttpGet(uri), null)) {
            String text = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8, LONGEST_ANSWER);
            if (response.getCode() != 200) {
                throw new IOException(uri + " answered " + response.getCode());
            }
            return text == null ? "" : text;
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    PoolingHttpClientConnectionManager connections() {
        return connections;
    }

    PoolStats stats() {
        return connections.getTotalStats();
    }

    /** Closes all connections, the leased ones too. */
    void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
