package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import java.time.Duration;

/** A point in time until which something may take, on the clock that never jumps. */
final class Deadline {

    private static final long POLL_MILLIS = 50;

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration bound) {
        return new Deadline(System.nanoTime() + bound.toNanos());
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /** Returns what is left, at most {@code most}, at least 1 ms, so that it fits every timeout. */
    Duration remaining(Duration most) {
        long left = Math.min(most.toNanos(), nanos - System.nanoTime());
        return Duration.ofNanos(Math.max(1_000_000, left));
    }

    /**
     * Waits for 50 ms, until the next attempt.
     *
     * @throws ScupperException if the thread is interrupted, which a timed-out test is
     */
    void pause(String waitedFor) {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScupperException("The test was interrupted while it waited for " + waitedFor + ".", e);
        }
    }
}
