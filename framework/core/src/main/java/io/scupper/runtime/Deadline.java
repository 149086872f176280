package io.scupper.runtime;

import java.time.Duration;

/** A point in time until which something may take, on the clock that never jumps. */
final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration bound) {
        return new Deadline(System.nanoTime() + bound.toNanos());
    }

    /** Returns what is left; zero when it is over, never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Returns the milliseconds that are left, at most {@code most}, at least 1, so that they fit a socket's timeout. */
    int millis(int most) {
        return (int) Math.max(1, Math.min(most, remaining().toMillis()));
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }
}
