package io.scupper.examples.proofs.subject;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Guards each order while it is worked on, by what its first argument names: here, and once more on a worker. The second argument is
 * {@code leaky}, or {@code remedied}: a worker does not wait for ever.
 */
public final class Guards {

    private static final long FOREVER_MILLIS = TimeUnit.DAYS.toMillis(1);
    private static final long PATIENCE_MILLIS = 400;
    private static final long HALF_OPEN_MILLIS = 100;
    private static final long OPEN_MILLIS = 20;

    private Guards() {}

    public static void main(String[] args) throws IOException {
        long patience = args[1].equals("remedied") ? PATIENCE_MILLIS : FOREVER_MILLIS;
        var count = new AtomicInteger();
        ExecutorService workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                500,
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(task, "worker-" + count.incrementAndGet()));
        Front.serve(() -> {
            Guard guard = guard(args[0], patience);
            guard.guarded(() -> "taken");
            return workers.submit(() -> guard.guarded(() -> "done")).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    private static Guard guard(String kind, long patience) {
        return switch (kind) {
            case "lock" -> lock(patience);
            case "semaphore" -> semaphore(patience);
            case "bulkhead" -> bulkhead(patience);
            case "permit" -> permit(patience);
            case "breaker-success" -> breaker(patience, breaker -> breaker.onSuccess(1, TimeUnit.MILLISECONDS));
            case "breaker-error" ->
                breaker(patience, breaker -> breaker.onError(1, TimeUnit.MILLISECONDS, new IOException()));
            case "breaker-release" -> breaker(patience, CircuitBreaker::releasePermission);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Guard lock(long patience) {
        var lock = new ReentrantLock();
        return work -> {
            if (!lock.tryLock(patience, TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            try {
                return work.call();
            } finally {
                lock.unlock();
            }
        };
    }

    private static Guard semaphore(long patience) {
        var semaphore = new Semaphore(1);
        return work -> {
            if (!semaphore.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            try {
                return work.call();
            } finally {
                semaphore.release();
            }
        };
    }

    private static Guard bulkhead(long patience) {
        return ofOne(patience)::executeCallable;
    }

    private static Guard permit(long patience) {
        Bulkhead bulkhead = ofOne(patience);
        return work -> {
            bulkhead.acquirePermission();
            try {
                return work.call();
            } finally {
                bulkhead.releasePermission();
            }
        };
    }

    private static Bulkhead ofOne(long patience) {
        return Bulkhead.of(
                "order",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .maxWaitDuration(Duration.ofMillis(patience))
                        .build());
    }

    /** Half-open, with a permit for one call. Who comes after that one waits as long as the breaker does, which may be for ever. */
    private static Guard breaker(long patience, Consumer<CircuitBreaker> outcome) {
        var breaker = CircuitBreaker.of(
                "order",
                CircuitBreakerConfig.custom()
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .maxWaitDurationInHalfOpenState(
                                patience == FOREVER_MILLIS ? Duration.ZERO : Duration.ofMillis(HALF_OPEN_MILLIS))
                        .waitDurationInOpenState(Duration.ofMillis(OPEN_MILLIS))
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        var isFirst = new AtomicBoolean(true);
        return work -> {
            awaitPermission(breaker);
            String answer = work.call();
            if (isFirst.getAndSet(false)) {
                outcome.accept(breaker);
            } else if (breaker.getState() != CircuitBreaker.State.CLOSED) {
                breaker.transitionToClosedState();
            }
            return answer;
        };
    }

    private static void awaitPermission(CircuitBreaker breaker) throws InterruptedException {
        var never = new CountDownLatch(1);
        while (!breaker.tryAcquirePermission()) {
            never.await(OPEN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets one at a time do its work. */
    private interface Guard {

        String guarded(Callable<String> work) throws Exception;
    }
}
