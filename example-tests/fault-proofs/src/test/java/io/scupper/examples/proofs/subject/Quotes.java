package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Asks an upstream for a quote for each request, through Apache HttpClient. The argument is {@code leaky} or {@code remedied}.
 */
public final class Quotes {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final int LARGE_ENOUGH = 100;
    private static final int REQUEST_BYTES = 256 << 10;

    private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();
    private final CloseableHttpClient client = HttpClients.custom()
            .disableAutomaticRetries()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(LARGE_ENOUGH)
                    .setMaxConnPerRoute(LARGE_ENOUGH)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setSocketTimeout(5, TimeUnit.SECONDS)
                            .build())
                    .build())
            .build();
    private final HttpGet request = new HttpGet(System.getenv("QUOTES_URL") + "/quote");
    private final boolean remedied;

    private Quotes(boolean remedied) {
        this.remedied = remedied;
    }

    public static void main(String[] args) throws IOException {
        var quotes = new Quotes(args[0].equals("remedied"));
        // What a client takes its time to load is not what this is about.
        quotes.client.executeOpen(null, quotes.request, null).close();
        Front.serve(quotes::quote);
    }

    /** A leak: what was not answered is kept to be asked again, and never is. */
    private String quote() throws IOException {
        var asked = new Unanswered(new byte[REQUEST_BYTES]);
        try {
            return remedied ? askAndClose() : askThenClose();
        } catch (IOException e) {
            if (!remedied) {
                unanswered.add(asked);
            }
            throw e;
        }
    }

    private String askAndClose() throws IOException {
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return body(response);
        }
    }

    /** Another leak: an answer that is an error is not closed. */
    private String askThenClose() throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        String body = body(response);
        response.close();
        return body;
    }

    /** The deadline of the whole answer, which no time-out of a read is. */
    private static String body(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("answered with " + response.getCode());
        }
        long begun = System.nanoTime();
        var in = response.getEntity().getContent();
        var text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("no end of the answer within 600 ms");
            }
        }
        EntityUtils.consume(response.getEntity());
        return text.toString();
    }

    private record Unanswered(byte[] request) {}
}
