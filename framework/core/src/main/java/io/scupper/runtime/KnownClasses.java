package io.scupper.runtime;

import io.scupper.model.ClassCount;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Shares what class histograms have in common: the names, and the counts of classes that did not move. A subject in the
 * test's own JVM would otherwise be seen to grow by some thousand strings a sample.
 */
final class KnownClasses {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, ClassCount> newest = new HashMap<>();

    /** Adds a class to a histogram that is being read. */
    synchronized void add(String name, long instances, long bytes, Map<String, ClassCount> histogram) {
        String shared = names.computeIfAbsent(name, given -> given);
        var count = new ClassCount(instances, bytes);
        ClassCount before = newest.get(shared);
        if (Objects.equals(before, count)) {
            histogram.put(shared, before);
        } else {
            newest.put(shared, count);
            histogram.put(shared, count);
        }
    }
}
