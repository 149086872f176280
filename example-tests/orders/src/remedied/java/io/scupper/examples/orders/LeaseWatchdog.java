package io.scupper.examples.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.pool.PoolStats;

/**
 * Hands out the client to call with, and compares its pool with the calls in flight. Connections that stay leased for
 * 1 s with no call behind them will never come back: a fresh client takes over, and the old one is closed as soon as the
 * calls that it still serves are done.
 */
final class LeaseWatchdog {

    private static final long LOOK_MILLIS = 200;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    private final ScheduledExecutorService timer = Threads.timer("lease-watchdog");
    private final List<Watched> retired = new ArrayList<>();
    private Watched current = new Watched();
    private long lostSinceNanos = Long.MIN_VALUE;

    LeaseWatchdog() {
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins a call, which must be ended. */
    synchronized Watched begin() {
        current.calls.incrementAndGet();
        return current;
    }

    synchronized int leased() {
        int leased = current.pool.stats().getLeased();
        for (Watched old : retired) {
            leased += old.pool.stats().getLeased();
        }
        return leased;
    }

    void close() {
        Threads.stop(timer);
        synchronized (this) {
            retired.forEach(old -> old.pool.close());
            retired.clear();
            current.pool.close();
        }
    }

    private synchronized void look() {
        retired.removeIf(Watched::closeIfUnused);
        long now = System.nanoTime();
        if (current.lostConnections() <= 0) {
            lostSinceNanos = Long.MIN_VALUE;
        } else if (lostSinceNanos == Long.MIN_VALUE) {
            lostSinceNanos = now;
        } else if (now - lostSinceNanos >= PATIENCE_NANOS) {
            retired.add(current);
            current = new Watched();
            lostSinceNanos = Long.MIN_VALUE;
        }
    }

    /** A client and the calls that it is serving. */
    static final class Watched {

        private final PooledClient pool = new PooledClient();
        private final AtomicInteger calls = new AtomicInteger();

        PooledClient pool() {
            return pool;
        }

        void end() {
            calls.decrementAndGet();
        }

        /** Leased connections less the calls that may hold one; a call that waits for a connection holds none. */
        private int lostConnections() {
            PoolStats stats = pool.stats();
            return stats.getLeased() - (calls.get() - stats.getPending());
        }

        private boolean closeIfUnused() {
            if (calls.get() > 0) {
                return false;
            }
            pool.close();
            return true;
        }
    }
}
