package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;

/**
 * The count of some class grew by a multiple of the operations: fuite's rule, {@code countDelta > 0 && countDelta % N == 0}
 * for N iterations and a class that both snapshots have.
 */
final class ExactMultiple implements Rule {

    @Override
    public boolean flags(Series series) {
        return series.classes().values().stream()
                .anyMatch(counts -> isMultiple(Rule.seen(counts), series.operations()));
    }

    private static boolean isMultiple(long[] counts, int operations) {
        long first = counts[0];
        long grown = counts[counts.length - 1] - first;
        long iterations = (counts.length - 1L) * operations;
        return first > 0 && grown > 0 && grown % iterations == 0;
    }
}
