package io.scupper.spi;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/** A point in time until which something may take, on the clock that never jumps. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Deadline {

    private static final long POLL_MILLIS = 50;
    private static final Duration LEAST_ATTEMPT = Duration.ofMillis(500);

    private final Duration bound;
    private final long nanos;

    private Deadline(Duration bound) {
        this.bound = bound;
        this.nanos = System.nanoTime() + bound.toNanos();
    }

    /** Makes a deadline that lies so far ahead. */
    public static Deadline in(Duration bound) {
        return new Deadline(bound);
    }

    /** Tells whether it has passed. */
    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /** Returns what is left; zero when it is over, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /**
     * Returns how long one more attempt may take: what is left, at most {@code most}, and not less than 500 ms, because an
     * attempt that is cut short tells nothing about why it fails.
     */
    public Duration attempt(Duration most) {
        Duration left = remaining();
        Duration longEnough = left.compareTo(LEAST_ATTEMPT) < 0 ? LEAST_ATTEMPT : left;
        return longEnough.compareTo(most) < 0 ? longEnough : most;
    }

    /** Returns this deadline, or one that lies further ahead if less than {@code least} is left. */
    public Deadline orAtLeast(Duration least) {
        return remaining().compareTo(least) < 0 ? in(least) : this;
    }

    /**
     * Waits for 50 ms, until the next attempt.
     *
     * @param waitedFor what the next attempt is about, for the message
     * @throws ScupperException if the thread is interrupted, which that of a timed-out test is
     */
    public void pause(String waitedFor) {
        try {
            // Nothing tells when the next attempt is worth it; this deadline bounds how many there are.
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScupperException("The test was interrupted while it waited for " + waitedFor + ".", e);
        }
    }

    /** Returns how long it was from the beginning, in words. */
    @Override
    public String toString() {
        return TimeSpan.format(bound);
    }
}
