package io.scupper.engine;

import java.time.Duration;

/**
 * When an armed experiment is ended at once, so that a fault does not take down more than it is meant to.
 *
 * @param heapShare how much of the heap may be left after the last collections, from 0 to 1
 * @param memoryShare how much of its control group's limit the process may have resident, from 0 to 1
 * @param health whether the subject says that it is well
 * @param unwellFor how long it may not say so
 */
public record AbortConditions(double heapShare, double memoryShare, HealthCheck health, Duration unwellFor) {

    /** The default of {@code heapShare}: beyond it collections follow on each other, and the next allocation may be the last. */
    public static final double HEAP_SHARE = 0.97;

    /** The default of {@code memoryShare}: beyond it the kernel may end the process. */
    public static final double MEMORY_SHARE = 0.97;

    /** The default of {@code unwellFor}: what most orchestrators wait before they restart a service. */
    public static final Duration UNWELL_FOR = Duration.ofSeconds(30);

    /** All of the defaults; the health of a subject is not asked for unless somebody says how. */
    public static final AbortConditions DEFAULT =
            new AbortConditions(HEAP_SHARE, MEMORY_SHARE, HealthCheck.NONE, UNWELL_FOR);

    /** Says whether a subject is well; asked every second or so, while a fault is armed. */
    @FunctionalInterface
    public interface HealthCheck {

        /** Asks nobody. */
        HealthCheck NONE = () -> "";

        /** Returns in a few words what is wrong; empty if nothing is. May take some seconds. */
        String complaint();
    }
}
