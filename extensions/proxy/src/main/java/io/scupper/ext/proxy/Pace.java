package io.scupper.ext.proxy;

/** Spreads the bytes of one direction of one connection evenly over time. Used by one thread at a time. */
final class Pace {

    /** A slice is what may pass in this time: short enough to look like a thin line and not like a stutter. */
    private static final long SLICE_NANOS = 20_000_000;

    private final long bytesPerSecond;
    private long dueNanos = System.nanoTime();

    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Returns how many bytes may be forwarded in one go, from 1. */
    long slice() {
        return Math.max(1, bytesPerSecond / (1_000_000_000 / SLICE_NANOS));
    }

    /** Returns how long the next slice has to wait, in nanoseconds; 0 or less if it may go now. */
    long untilDue() {
        return dueNanos - System.nanoTime();
    }

    /** Notes that a slice went; the next is due once this one's time is used up. */
    void spent(int bytes) {
        // What woke up late is made up for, but a quiet spell is not saved up for a burst.
        long earliest = System.nanoTime() - SLICE_NANOS;
        dueNanos = (dueNanos - earliest > 0 ? dueNanos : earliest) + bytes * 1_000_000_000L / bytesPerSecond;
    }
}
