package io.scupper.traffic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/** How long requests took, each counted from when it was due, and how late they were sent. Safe for use by many threads. */
public final class Timings {

    /** To each power of two: a quantile is told 6 % too high at the most. */
    private static final int STEPS = 16;

    private static final int POWERS = 48;

    private final AtomicLongArray counts = new AtomicLongArray(POWERS * STEPS);
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final LongAccumulator latest = new LongAccumulator(Math::max, 0);

    /** Counts one request. */
    void add(Duration late, Duration took) {
        latest.accumulate(late.toNanos());
        longest.accumulate(took.toNanos());
        counts.incrementAndGet(step(took.toNanos()));
    }

    /** Returns how many were counted. */
    public long count() {
        long count = 0;
        for (int i = 0; i < counts.length(); i++) {
            count += counts.get(i);
        }
        return count;
    }

    /** Returns how long the quickest {@code share} of them took at the most; zero if there are none. */
    public Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(Math.min(longest.get(), upper(i)));
            }
        }
        return Duration.ZERO;
    }

    /** Returns how long the slowest took. */
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Returns by how much one was sent after it was due, at the most: what the senders could not keep up with. */
    public Duration latest() {
        return Duration.ofNanos(latest.get());
    }

    private static int step(long nanos) {
        long least = Math.max(STEPS, nanos);
        int power = 63 - Long.numberOfLeadingZeros(least);
        int within = (int) (least >> (power - 4)) - STEPS;
        return Math.min(POWERS * STEPS - 1, (power - 4) * STEPS + within);
    }

    private static long upper(int step) {
        int power = step / STEPS + 4;
        return (long) (step % STEPS + STEPS + 1) << (power - 4);
    }
}
