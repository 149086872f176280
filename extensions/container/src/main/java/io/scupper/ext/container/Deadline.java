package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.time.Duration;

/** A point in time until which something may take, on the clock that never jumps. */
final class Deadline {

    private static final long POLL_MILLIS = 50;
    private static final long LEAST_NANOS = 500_000_000;

    private final Duration bound;
    private final long nanos;

    private Deadline(Duration bound) {
        this.bound = bound;
        this.nanos = System.nanoTime() + bound.toNanos();
    }

    static Deadline in(Duration bound) {
        return new Deadline(bound);
    }

    /** Returns how long it was from the beginning, in words. */
    @Override
    public String toString() {
        return TimeSpan.format(bound);
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /**
     * Returns how long one more attempt may take: what is left, from 500 ms, because an attempt that is cut short tells
     * nothing about why it fails.
     */
    Duration attempt(Duration most) {
        long left = Math.max(LEAST_NANOS, nanos - System.nanoTime());
        return Duration.ofNanos(Math.min(most.toNanos(), left));
    }

    /** Returns this deadline, or one that lies further ahead if less than {@code least} is left. */
    Deadline orAtLeast(Duration least) {
        return nanos - System.nanoTime() < least.toNanos() ? in(least) : this;
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
