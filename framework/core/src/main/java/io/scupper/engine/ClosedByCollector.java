package io.scupper.engine;

import io.scupper.model.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells what garbage collections close from what the subject closes by itself, while a sample is waited for: a count that
 * was still and goes down just as the JVM has collected was closed by cleaners or finalizers. Where the JVM collects all
 * the time such a coincidence says nothing, and only what the sample's own collection closes is told.
 */
final class ClosedByCollector {

    private final Map<Resource, Long> closed = new HashMap<>();
    private final Set<Resource> wereStill = new HashSet<>();
    private final Set<Resource> goingDown = new HashSet<>();
    private Map<Resource, Long> counts;
    private long collections;
    private boolean hadCollected;
    private int peeks;
    private int peeksAfterCollection;

    /** Begins with the first reading. */
    ClosedByCollector(Map<Resource, Long> counts, long collections) {
        this.counts = counts;
        this.collections = collections;
    }

    /** Takes the next reading. */
    void peeked(Map<Resource, Long> now, long collectionsNow) {
        boolean hasCollected = collectionsNow > collections;
        // Cleaners run after the collection, so that what they close may show one reading later.
        boolean isNear = hasCollected || hadCollected;
        var still = new HashSet<Resource>();
        counts.forEach((resource, before) -> {
            long gone = before - now.getOrDefault(resource, 0L);
            if (gone == 0) {
                still.add(resource);
            }
            boolean goesOn = goingDown.contains(resource);
            if (gone > 0 && resource.isOfTheSystem() && (goesOn || isNear && wereStill.contains(resource))) {
                closed.merge(resource, gone, Long::sum);
                goingDown.add(resource);
            } else {
                goingDown.remove(resource);
            }
        });
        wereStill.clear();
        wereStill.addAll(still);
        peeks++;
        peeksAfterCollection += hasCollected ? 1 : 0;
        hadCollected = hasCollected;
        counts = now;
        collections = collectionsNow;
    }

    /** Returns what was closed, with that by the collection that was asked for, from the reading after it. */
    Map<Resource, Long> until(Map<Resource, Long> after) {
        var all = new HashMap<Resource, Long>();
        if (peeksAfterCollection * 2 <= peeks) {
            all.putAll(closed);
        }
        counts.forEach((resource, before) -> {
            long gone = before - after.getOrDefault(resource, 0L);
            if (gone > 0 && resource.isOfTheSystem()) {
                all.merge(resource, gone, Long::sum);
            }
        });
        return all;
    }
}
