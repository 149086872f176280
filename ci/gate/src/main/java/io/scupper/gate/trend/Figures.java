package io.scupper.gate.trend;

import io.scupper.gate.record.TestRecord;
import java.util.Map;
import java.util.TreeMap;

/** What of a test is compared from build to build: names and numbers. */
public final class Figures {

    /** In milliseconds. */
    public static final String TIME = "time to baseline";

    /** In bytes. */
    public static final String HEAP = "heap at baseline";

    private static final String PER_OPERATION = " per operation";

    private Figures() {}

    /** Returns the figures of a test; empty if it came to no verdict. */
    public static Map<String, Double> of(TestRecord test) {
        Map<String, Double> figures = new TreeMap<>();
        switch (test.verdict()) {
            case CLEAN, LEAK, OVER_BUDGET -> {
                test.recoveredAfterMillis().ifPresent(millis -> figures.put(TIME, (double) millis));
                test.growths()
                        .forEach(growth -> figures.put(
                                growth.leak() ? growth.resource() + PER_OPERATION : growth.resource(),
                                growth.leak() ? growth.perOperation() : growth.retained()));
                test.spent().forEach(spent -> figures.put(spent.what(), spent.measured()));
                figures.put(HEAP, (double) test.heapAtBaseline());
            }
            case INCONCLUSIVE, ERROR -> {}
        }
        return figures;
    }
}
