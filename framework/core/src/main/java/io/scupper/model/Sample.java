package io.scupper.model;

import java.util.Map;

/**
 * All probes read once, after the subject has settled.
 *
 * @param phase the phase of the round that this sample ends
 * @param round the number of the round within its phase, from 1
 * @param operations how many operations the round had; 0 for a sample without load
 * @param atMillis when it was taken, counted from the start of the experiment
 * @param heap after a full collection
 * @param classes live instances by class name, after a full collection
 * @param counted every counted resource, after the collection; one that is absent counts 0
 * @param rest how the subject came to rest before
 */
public record Sample(
        Phase phase,
        int round,
        long operations,
        long atMillis,
        Heap heap,
        Map<String, ClassCount> classes,
        Map<Resource, Long> counted,
        Rest rest) {

    public Sample {
        classes = FrozenMap.copyOf(classes);
        counted = FrozenMap.copyOf(counted);
    }

    /** Returns the sample without its class histogram, for keeping. */
    public Sample withoutClasses() {
        return new Sample(phase, round, operations, atMillis, heap, Map.of(), counted, rest);
    }

    /** Returns the count of one resource, 0 where the probe did not report it. */
    public long count(Resource resource) {
        return counted.getOrDefault(resource, 0L);
    }

    /** Returns how many instances of a class are live. */
    public long instances(String className) {
        return classes.getOrDefault(className, ClassCount.NONE).instances();
    }

    /**
     * How the subject came to rest before it was read.
     *
     * @param isStill whether its counted resources had stopped moving
     * @param collected sockets and descriptors that were open before the garbage collection and not after it
     */
    public record Rest(boolean isStill, Map<Resource, Long> collected) {

        /** At rest, and nothing was closed by the collection. */
        public static final Rest QUIET = new Rest(true, Map.of());

        public Rest {
            collected = FrozenMap.copyOf(collected);
        }
    }

    /**
     * The heap of the subject.
     *
     * @param liveBytes what a full collection left, by the class histogram, without the agent's own
     * @param usedBytes what the JVM calls used; coarser than {@code liveBytes}
     * @param maxBytes the ceiling
     * @param softReferences how many there are, if the JVM keeps what they refer to while it has memory to spare; else 0
     */
    public record Heap(long liveBytes, long usedBytes, long maxBytes, long softReferences) {}
}
