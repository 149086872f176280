package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import reactor.netty.resources.ConnectionProvider;

/**
 * Asks for a price upstream, with the HTTP client that its first argument names, and reads the response to its end; keeps few
 * connections idle. The second argument, for Apache alone, bounds its pool.
 */
public final class Prices {

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_CALLS = 300;
    private static final Timeout PATIENCE = Timeout.ofMilliseconds(50);

    private Prices() {}

    public static void main(String[] args) throws Exception {
        Front.Work client = client(args, Front.upstream());
        // What a library takes its time to load is not what this is about.
        client.run();
        Front.serve(client);
    }

    private static Front.Work client(String[] args, URI upstream) throws Exception {
        return switch (args[0]) {
            case "apache" ->
                apache(
                        upstream,
                        PoolConcurrencyPolicy.STRICT,
                        args.length > 1 ? Integer.parseInt(args[1]) : MOST_CONNECTIONS);
            case "apache-lax" -> apache(upstream, PoolConcurrencyPolicy.LAX, MOST_CONNECTIONS);
            case "apache-offlock" -> apache(upstream, PoolConcurrencyPolicy.OFFLOCK, MOST_CONNECTIONS);
            case "jdk" -> jdk(upstream);
            case "apache4" -> apache4(upstream);
            case "reactor" -> reactor(upstream);
            case "okhttp" -> okHttp(upstream);
            case "okhttp-history" -> okHttpWithHistory(upstream);
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    private static Front.Work apache(URI upstream, PoolConcurrencyPolicy pool, int mostConnections) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(pool)
                .setMaxConnTotal(mostConnections)
                .setMaxConnPerRoute(mostConnections)
                .build();
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .evictIdleConnections(TimeValue.ofSeconds(1))
                .build();
        return () -> client.execute(new HttpGet(upstream), response -> EntityUtils.toString(response.getEntity()));
    }

    private static Front.Work apache4(URI upstream) {
        var client = org.apache.http.impl.client.HttpClients.custom()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .evictIdleConnections(1, TimeUnit.SECONDS)
                .build();
        return () -> client.execute(
                new org.apache.http.client.methods.HttpGet(upstream),
                response -> org.apache.http.util.EntityUtils.toString(response.getEntity()));
    }

    private static Front.Work reactor(URI upstream) {
        var connections = ConnectionProvider.builder("prices")
                .maxConnections(MOST_CONNECTIONS)
                .maxIdleTime(Duration.ofSeconds(1))
                .evictInBackground(Duration.ofMillis(500))
                .build();
        var client = reactor.netty.http.client.HttpClient.create(connections);
        return () -> String.valueOf(client.get()
                .uri(upstream)
                .responseContent()
                .aggregate()
                .asString()
                .block());
    }

    private static Front.Work jdk(URI upstream) {
        System.setProperty("jdk.httpclient.connectionPoolSize", "1");
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(upstream).build();
        return () -> client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Front.Work okHttp(URI upstream) {
        var client = okHttpClient();
        return () -> body(client.newCall(request(upstream)));
    }

    /** Keeps its latest calls for diagnosis, as many from the start on as it ever will. */
    private static Front.Work okHttpWithHistory(URI upstream) throws Exception {
        var client = okHttpClient();
        var history = new ArrayDeque<Call>();
        Front.Work work = () -> {
            Call call = client.newCall(request(upstream));
            history.add(call);
            if (history.size() > MOST_CALLS) {
                history.remove();
            }
            return body(call);
        };
        for (int i = 0; i < MOST_CALLS; i++) {
            work.run();
        }
        return work;
    }

    private static OkHttpClient okHttpClient() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(1, 1, TimeUnit.SECONDS))
                .build();
    }

    private static Request request(URI upstream) {
        return new Request.Builder().url(upstream.toString()).build();
    }

    private static String body(Call call) throws IOException {
        try (Response response = call.execute()) {
            return response.body().string();
        }
    }
}
