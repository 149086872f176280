package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.HttpAdminClient;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.HttpClientFactory;
import com.github.tomakehurst.wiremock.security.ClientAuthenticator;
import com.github.tomakehurst.wiremock.security.NoClientAuthenticator;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import wiremock.org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The connection to a running WireMock. WireMock's own client keeps its connections to itself and never closes them, so it
 * is given an HTTP client here that can be.
 */
final class AdminClient implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int CONNECTIONS = 2;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final CloseableHttpClient http;
    private final WireMock wireMock;

    private AdminClient(CloseableHttpClient http, WireMock wireMock) {
        this.http = http;
        this.wireMock = wireMock;
    }

    /**
     * Waits until the server answers and connects to it.
     *
     * @throws ScupperException if it does not answer within 30 s
     */
    static AdminClient connect(String name, InetSocketAddress address) {
        awaitHealthy(name, address);
        CloseableHttpClient http = HttpClientFactory.createClient(CONNECTIONS, TIMEOUT_MILLIS);
        ClientAuthenticator nobody = NoClientAuthenticator.noClientAuthenticator();
        var admin = new HttpAdminClient("http", address.getHostString(), address.getPort(), "", null, nobody, http);
        return new AdminClient(http, new WireMock(admin));
    }

    WireMock wireMock() {
        return wireMock;
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new ScupperException("The client of a stub server could not be closed.", e);
        }
    }

    private static void awaitHealthy(String name, InetSocketAddress address) {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        var health = URI.create("http://%s:%d/__admin/health".formatted(address.getHostString(), address.getPort()));
        IOException failure = answer(health);
        while (failure != null) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                throw new ScupperException(
                        "StubServer '%s' did not answer GET %s within %d s."
                                .formatted(name, health, ANSWERS_WITHIN.toSeconds()),
                        failure);
            }
            LockSupport.parkNanos(POLL.toNanos());
            failure = answer(health);
        }
    }

    /** Asks once on a connection that is not kept; returns null once the answer is good. */
    private static @org.jspecify.annotations.Nullable IOException answer(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK ? null : new IOException("The answer had status " + status);
        } catch (IOException e) {
            return e;
        }
    }
}
