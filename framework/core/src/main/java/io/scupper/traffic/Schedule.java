package io.scupper.traffic;

import java.util.SplittableRandom;

/** When each of so many requests is due, fixed beforehand. Immutable. */
public final class Schedule {

    private final long[] dueNanos;

    private Schedule(long[] dueNanos) {
        this.dueNanos = dueNanos;
    }

    /** How arrivals are spread. */
    public enum Arrivals {
        /** At equal distances. */
        EVEN,
        /** At random, as many clients that know nothing of each other arrive: a Poisson process. */
        RANDOM
    }

    /**
     * Makes a schedule.
     *
     * @param count of requests, from 1
     * @param perSecond above 0
     * @param seed of random arrivals; the same gives the same schedule
     */
    public static Schedule of(int count, double perSecond, Arrivals arrivals, long seed) {
        var random = new SplittableRandom(seed);
        long[] due = new long[count];
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            if (arrivals == Arrivals.EVEN) {
                // Not by adding up: the last would be off by the sum of all roundings.
                seconds = i / perSecond;
            } else {
                seconds += -Math.log(1 - random.nextDouble()) / perSecond;
            }
            due[i] = (long) (seconds * 1e9);
        }
        return new Schedule(due);
    }

    /** Returns how many requests there are. */
    public int count() {
        return dueNanos.length;
    }

    /** Returns how long after the beginning a request is due; they do not decrease. */
    public long dueNanos(int number) {
        return dueNanos[number];
    }
}
