package io.scupper.examples.corpus.result;

import java.util.List;
import java.util.Map;

/**
 * What was read at the baseline and after each judged round: all lists are of the same length, and begin with the
 * baseline.
 *
 * @param operations of a round
 * @param liveBytes by the class histogram after a full collection
 * @param usedBytes what the JVM calls used
 * @param classes live instances of each class that moved
 * @param counted each counted resource that moved
 */
public record Series(
        int operations,
        List<Long> liveBytes,
        List<Long> usedBytes,
        Map<String, List<Long>> classes,
        Map<String, List<Long>> counted) {

    /** Nothing was read. */
    public static final Series EMPTY = new Series(0, List.of(), List.of(), Map.of(), Map.of());

    public Series {
        liveBytes = List.copyOf(liveBytes);
        usedBytes = List.copyOf(usedBytes);
        classes = Map.copyOf(classes);
        counted = Map.copyOf(counted);
    }
}
