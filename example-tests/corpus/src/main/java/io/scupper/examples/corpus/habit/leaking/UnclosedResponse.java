package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Asks another service over a pooled client. A response that is neither read to its end nor closed keeps its connection
 * out of the pool. The pool is large, so that it is not the pool's bound that ends the experiment.
 */
public final class UnclosedResponse implements Habit {

    private static final int PLENTY = 20_000;

    /** Thousands of connections with buffers of the default size would fill the heap before the rounds are over. */
    private static final int BUFFER_BYTES = 256;

    private final CloseableHttpClient client = HttpClients.custom()
            .disableAutomaticRetries()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                            .http1Config(Http1Config.custom()
                                    .setBufferSize(BUFFER_BYTES)
                                    .build())
                            .build())
                    .setMaxConnTotal(PLENTY)
                    .setMaxConnPerRoute(PLENTY)
                    .build())
            .build();
    private final String upstream;

    /** Makes one that asks the server at this port of this machine. */
    public UnclosedResponse(int port) {
        this.upstream = "http://127.0.0.1:" + port + "/price";
    }

    @Override
    public Taken take(long operation) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, new HttpGet(upstream), null);
        return () -> {
            EntityUtils.consume(response.getEntity());
            response.close();
        };
    }
}
