package io.scupper.examples.proofs.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Takes two connections of the library that its argument names for each request: one that it gives back, and one that it keeps, or not
 * where that is no matter of the service's own code.
 */
public final class Borrower {

    private static final int LARGE_ENOUGH = 100;

    private static final List<Object> KEPT = new ArrayList<>();

    private Borrower() {}

    public static void main(String[] args) throws Exception {
        Loan loan = loan(args[0], Front.upstream());
        // What a library loads when it is first used is not what this is about.
        giveBack(loan);
        Front.serve(() -> {
            giveBack(loan);
            keep(loan);
            return "";
        });
    }

    private static void giveBack(Loan loan) throws Exception {
        loan.giveBack(loan.take());
    }

    private static void keep(Loan loan) throws Exception {
        KEPT.add(loan.take());
    }

    private static Loan loan(String library, URI upstream) throws Exception {
        return switch (library) {
            case "apache" -> apache(upstream);
            case "apache-async" -> apacheAsync(upstream);
            case "okhttp" -> okHttp(upstream);
            case "jdk" -> jdk(Front.upstreamOfLargeBodies());
            case "hikari" -> hikari();
            default -> throw new IllegalArgumentException(library);
        };
    }

    private static Loan apache(URI upstream) {
        var client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(LARGE_ENOUGH)
                        .setMaxConnPerRoute(LARGE_ENOUGH)
                        .build())
                .build();
        return Loan.of(() -> client.executeOpen(null, new HttpGet(upstream), null), response -> {
            EntityUtils.consume(response.getEntity());
            response.close();
        });
    }

    /** Gives all of them back by itself. */
    private static Loan apacheAsync(URI upstream) {
        var client = HttpAsyncClients.createDefault();
        client.start();
        SimpleHttpRequest request = SimpleRequestBuilder.get(upstream).build();
        return Loan.of(() -> client.execute(request, null).get(), response -> {});
    }

    private static Loan okHttp(URI upstream) {
        var client = new OkHttpClient();
        var request = new Request.Builder().url(upstream.toString()).build();
        return Loan.of(
                () -> client.newCall(request).execute(),
                response -> response.body().string());
    }

    /** A small body has been received, and its connection given back, before anybody reads it. */
    private static Loan jdk(URI upstream) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(upstream).build();
        return Loan.of(
                () -> client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                body -> {
                    body.readAllBytes();
                    body.close();
                });
    }

    private static Loan hikari() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(LARGE_ENOUGH);
        config.setMinimumIdle(1);
        var pool = new HikariDataSource(config);
        return Loan.of(pool::getConnection, AutoCloseable::close);
    }

    /** A way to borrow something. */
    private interface Loan {

        Object take() throws Exception;

        void giveBack(Object taken) throws Exception;

        static <T> Loan of(Taking<T> taking, GivingBack<T> givingBack) {
            return new Loan() {
                @Override
                public Object take() throws Exception {
                    return taking.take();
                }

                @Override
                @SuppressWarnings("unchecked")
                public void giveBack(Object taken) throws Exception {
                    givingBack.giveBack((T) taken);
                }
            };
        }
    }

    private interface Taking<T> {
        T take() throws Exception;
    }

    private interface GivingBack<T> {
        void giveBack(T taken) throws Exception;
    }
}
