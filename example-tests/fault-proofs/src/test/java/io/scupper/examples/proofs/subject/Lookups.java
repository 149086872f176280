package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.Jedis;

/**
 * Lets a thread ask Redis on a connection of its own, and waits for that no longer than its patience lasts. The argument is
 * {@code leaky}, and then the thread itself waits for ever, or {@code remedied}, and then it does not.
 */
public final class Lookups {

    private static final long PATIENCE_MILLIS = 1_000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int IDLE_MILLIS = 500;

    private Lookups() {}

    public static void main(String[] args) throws IOException {
        URI redis = URI.create(System.getenv("REDIS_URL"));
        int timeout = args[0].equals("remedied") ? TIMEOUT_MILLIS : 0;
        var workers = workers();
        // What the first answer takes longer, for classes that are loaded, is nobody's patience.
        ask(redis, 0);
        Front.serve(() -> {
            Future<String> answer = workers.submit(() -> ask(redis, timeout));
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    private static String ask(URI redis, int timeoutMillis) {
        try (var jedis = new Jedis(redis.getHost(), redis.getPort(), timeoutMillis)) {
            return jedis.ping();
        }
    }

    private static ThreadPoolExecutor workers() {
        var count = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_MILLIS,
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(task, "lookup-" + count.incrementAndGet()));
    }
}
