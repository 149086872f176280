package io.scupper.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read in the rounds that are measured against budgets.
 *
 * @param operations of the round in which allocations and questions were counted, from 1
 * @param fired how often faults fired in these rounds
 * @param hasFaults whether they should have
 * @param allocated in that round; empty if nobody wants to know
 * @param asked of companions in that round
 * @param sites where it is spent, by measure, the largest share first, one line each; of budgets alone that are missed
 * @param looks what was live while operations ran, each after a full collection; empty if nobody wants to know
 * @param rest what was live before, at rest
 * @param end what was live after these rounds, while the fault was on
 * @param footprints what instances held then, by class; of those alone that somebody wants to know
 */
public record Spending(
        long operations,
        long fired,
        boolean hasFaults,
        Optional<Allocations> allocated,
        Map<Budget.Measure, List<String>> sites,
        List<Asked> asked,
        Optional<Looks> looks,
        Sample rest,
        Snapshot end,
        Map<String, HeapFootprint> footprints) {

    public Spending {
        sites = Map.copyOf(sites);
        asked = List.copyOf(asked);
        footprints = Map.copyOf(footprints);
    }

    /** Returns it with where that was spent. */
    public Spending spentAt(Map<Budget.Measure, List<String>> places) {
        return new Spending(operations, fired, hasFaults, allocated, places, asked, looks, rest, end, footprints);
    }

    /**
     * What a companion was asked.
     *
     * @param source how it was counted
     * @param counts how often, by what was asked
     */
    public record Asked(Budget.Measure measure, String source, Map<String, Long> counts) {

        public Asked {
            counts = Map.copyOf(counts);
        }

        /** Returns how many questions there were. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Looks at the heap under load.
     *
     * @param count how many, from 1
     * @param rounds in how many rounds
     * @param highest the one at which most was live
     * @param usedBytes the most that the JVM called used just before a look, garbage included
     */
    public record Looks(int count, int rounds, Snapshot highest, long usedBytes) {}
}
