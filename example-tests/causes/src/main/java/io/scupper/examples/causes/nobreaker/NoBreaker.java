package io.scupper.examples.causes.nobreaker;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks an upstream for a rating in a thread of a pool, and after 500 ms answers its own request without one. */
public final class NoBreaker {

    private static final long PATIENCE_MILLIS = 500;
    private static final int TIMEOUT_MILLIS = 200;
    private static final String NO_RATING = "not rated";

    private final URI ratings = URI.create(System.getenv("RATINGS_URL") + "/rating");
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "rating-" + count.incrementAndGet()));

    private NoBreaker() {}

    public static void main(String[] args) throws Exception {
        var service = new NoBreaker();
        Callable<String> rating = WorkServer.isRemedied(args) ? service.guarded() : service::rating;
        // What takes its time to load when it is first used is not what this is about.
        rating.call();
        WorkServer.serve(item -> service.rate(rating));
    }

    private String rate(Callable<String> rating) throws InterruptedException, ExecutionException {
        try {
            return threads.submit(rating).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return NO_RATING;
        }
    }

    /** The leak: it waits for as long as the upstream takes, and so does each that comes after it. */
    private String rating() throws IOException {
        return read(ratings.toURL().openConnection());
    }

    // tag::remedy[]
    private Callable<String> guarded() {
        var breaker = CircuitBreaker.of(
                "ratings",
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(15)
                        .slowCallDurationThreshold(Duration.ofMillis(800))
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                        .slidingWindowSize(30)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofMillis(500))
                        .build());
        return () -> {
            try {
                return breaker.executeCallable(this::ratingInTime);
            } catch (CallNotPermittedException | IOException e) {
                return NO_RATING;
            }
        };
    }

    private String ratingInTime() throws IOException {
        URLConnection connection = ratings.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return read(connection);
    }
    // end::remedy[]

    private static String read(URLConnection connection) throws IOException {
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
