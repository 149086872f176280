package io.scupper.gate.budget;

import io.scupper.gate.record.TestRecord;
import io.scupper.gate.record.TestRecord.Growth;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each test used up when the team last looked: how long it took back to its baseline, how much a collection that is bounded holds,
 * and how much a leak that is accepted keeps for each operation. A leak needs no budget: it fails by itself.
 *
 * @param tests by the key of their record
 */
public record Budget(Map<String, Entry> tests) {

    /** Nothing is limited. */
    public static final Budget NONE = new Budget(Map.of());

    public Budget {
        tests = Map.copyOf(tests);
    }

    /** Makes the budget that these tests keep to. A test without verdict has none, and keeps the one it had. */
    public static Budget of(Collection<TestRecord> records, Budget before) {
        Map<String, Entry> tests = new TreeMap<>();
        for (TestRecord test : records) {
            Entry had = before.tests.get(test.key());
            switch (test.verdict()) {
                case CLEAN, LEAK, OVER_BUDGET -> tests.put(test.key(), Entry.of(test));
                case INCONCLUSIVE, ERROR -> {
                    if (had != null) {
                        tests.put(test.key(), had);
                    }
                }
            }
        }
        return new Budget(tests);
    }

    /**
     * Of one test.
     *
     * @param timeToBaselineMillis from lift until everything was back; empty if it was not
     * @param growthPerOperation of what leaks, by resource, in bytes or pieces
     * @param retained of what is bounded, by resource, in bytes or pieces
     */
    public record Entry(
            OptionalLong timeToBaselineMillis, Map<String, Double> growthPerOperation, Map<String, Double> retained) {

        public Entry {
            growthPerOperation = Map.copyOf(growthPerOperation);
            retained = Map.copyOf(retained);
        }

        private static Entry of(TestRecord test) {
            return new Entry(
                    test.recoveredAfterMillis(),
                    test.growths().stream()
                            .filter(Growth::leak)
                            .collect(Collectors.toMap(Growth::resource, Growth::perOperation, Math::max)),
                    test.growths().stream()
                            .filter(Growth::bounded)
                            .collect(Collectors.toMap(Growth::resource, Growth::retained, Math::max)));
        }
    }
}
