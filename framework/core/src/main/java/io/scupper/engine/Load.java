package io.scupper.engine;

import io.scupper.model.TimeSpan;
import io.scupper.spi.Keys;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries out the operations of a round, by one or more threads of its own, and counts those that miss. */
final class Load implements AutoCloseable {

    private static final double LEAST_LANDED = 0.99;

    private final Operation operation;
    private final int concurrency;
    private final Duration stalledAfter;
    private final Keys keys = new Keys();
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> firstMiss = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * Makes a load.
     *
     * @param stalledAfter how long no operation may end before the load counts as hung
     */
    Load(Operation operation, int concurrency, Duration stalledAfter) {
        this.operation = operation;
        this.concurrency = concurrency;
        this.stalledAfter = stalledAfter;
    }

    /**
     * Carries out so many operations, with new keys, and waits for them.
     *
     * @param atMost how long all of them may take
     * @param health asked now and then; throws if the subject has gone
     * @throws LoadMissedException as soon as fewer than 99 % can land, the load hangs, or it takes too long
     */
    void run(String round, long operations, Duration atMost, Runnable health) throws InterruptedException {
        keys.renew();
        carryOut(round, operations, atMost, health);
    }

    /**
     * As {@link #run}, with the keys of the round before.
     *
     * @param begins is called if it is done, before it is
     * @return whether it was done: no operation need ask for keys
     */
    boolean runAgain(String round, long operations, Duration atMost, Runnable health, Runnable begins)
            throws InterruptedException {
        if (!keys.repeat()) {
            return false;
        }
        begins.run();
        carryOut(round, operations, atMost, health);
        return true;
    }

    private void carryOut(String round, long operations, Duration atMost, Runnable health) throws InterruptedException {
        started.set(0);
        done.set(0);
        missed.set(0);
        firstMiss.set(null);
        var finished = new CountDownLatch(concurrency);
        Thread[] threads = new Thread[concurrency];
        for (int i = 0; i < concurrency; i++) {
            threads[i] = new Thread(() -> work(operations, finished), "scupper-load-" + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
        try {
            await(round, operations, atMost, finished, health);
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
            }
        }
        if (tooManyMissed(operations)) {
            health.run();
            Throwable first = firstMiss.get();
            throw new LoadMissedException(
                    "The load missed in %s: %d of the first %d operations failed, at most 1 %% of %d may. The first: %s"
                            .formatted(round, missed.get(), done.get(), operations, first),
                    first);
        }
    }

    private boolean tooManyMissed(long operations) {
        return missed.get() > (1 - LEAST_LANDED) * operations;
    }

    private void await(String round, long operations, Duration atMost, CountDownLatch finished, Runnable health)
            throws InterruptedException {
        long begun = System.nanoTime();
        long seen = 0;
        long since = begun;
        while (!finished.await(200, TimeUnit.MILLISECONDS)) {
            health.run();
            long now = System.nanoTime();
            if (done.get() > seen) {
                seen = done.get();
                since = now;
            } else if (now - since > stalledAfter.toNanos()) {
                throw new LoadMissedException(
                        "The load hangs in %s: %d of %d operations ended, and none for %d s. Bound the operation's own waits."
                                .formatted(round, seen, operations, stalledAfter.toSeconds()),
                        null);
            }
            if (now - begun > atMost.toNanos()) {
                throw new LoadMissedException(
                        "The load is too slow in %s: only %d of %d operations ended in %s."
                                .formatted(round, seen, operations, TimeSpan.format(atMost)),
                        null);
            }
        }
    }

    private void work(long operations, CountDownLatch finished) {
        keys.bindThread();
        try {
            while (!closed
                    && !tooManyMissed(operations)
                    && started.getAndIncrement() < operations
                    && !Thread.currentThread().isInterrupted()) {
                one();
                done.incrementAndGet();
            }
        } finally {
            finished.countDown();
        }
    }

    private void one() {
        try {
            operation.run();
        } catch (Throwable e) {
            missed.incrementAndGet();
            firstMiss.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
