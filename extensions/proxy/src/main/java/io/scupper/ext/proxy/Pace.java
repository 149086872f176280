package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Disturbance;
import org.jspecify.annotations.Nullable;

/** Spreads the bytes of one direction of one connection evenly over time. Used by one thread. */
final class Pace {

    /** A slice is what may pass in this time: short enough to look like a thin line and not like a stutter. */
    private static final long SLICE_NANOS = 20_000_000;

    @Nullable
    private Disturbance bandwidth;

    private long dueNanos;

    /** Returns how many of {@code length} bytes may be forwarded in one go, from 1. */
    static int slice(Disturbance bandwidth, int length) {
        long slice = bandwidth.bytesPerSecond() / (1_000_000_000 / SLICE_NANOS);
        return (int) Math.max(1, Math.min(length, slice));
    }

    /** Returns how long the next slice has to wait, in nanoseconds; 0 or less if it may go now. */
    long untilDue(Disturbance now) {
        if (bandwidth != now) {
            bandwidth = now;
            dueNanos = System.nanoTime();
        }
        return dueNanos - System.nanoTime();
    }

    /** Notes that a slice went; the next is due once this one's time is used up. */
    void spent(int bytes, long bytesPerSecond) {
        // What woke up late is made up for, but a quiet spell is not saved up for a burst.
        long earliest = System.nanoTime() - SLICE_NANOS;
        dueNanos = (dueNanos - earliest > 0 ? dueNanos : earliest) + bytes * 1_000_000_000L / bytesPerSecond;
    }
}
