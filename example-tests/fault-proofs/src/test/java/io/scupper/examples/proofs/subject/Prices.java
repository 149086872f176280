package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/** Asks for a price upstream, with the HTTP client that its argument names, and reads the response to its end; keeps few connections idle. */
public final class Prices {

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_CALLS = 300;

    private Prices() {}

    public static void main(String[] args) throws Exception {
        Front.serve(client(args[0], Front.upstream()));
    }

    private static Front.Work client(String name, URI upstream) throws Exception {
        return switch (name) {
            case "apache" -> apache(upstream);
            case "jdk" -> jdk(upstream);
            case "okhttp" -> okHttp(upstream);
            case "okhttp-history" -> okHttpWithHistory(upstream);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Front.Work apache(URI upstream) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        var client = HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(TimeValue.ofSeconds(1))
                .build();
        return () -> client.execute(new HttpGet(upstream), response -> EntityUtils.toString(response.getEntity()));
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
