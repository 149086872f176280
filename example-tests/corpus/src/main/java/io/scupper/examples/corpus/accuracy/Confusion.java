package io.scupper.examples.corpus.accuracy;

import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A confusion matrix. What is inconclusive or could not be carried out is neither right nor wrong, and is counted on its
 * own.
 */
final class Confusion {

    private final int[][] counts = new int[2][Outcome.values().length];

    /** Counts results by a judge; those that it does not judge are left out. */
    static Confusion of(Collection<Result> results, Judge judge) {
        var confusion = new Confusion();
        for (Result result : results) {
            judge.of(result)
                    .ifPresent(outcome -> confusion.counts[row(result.cell().leaks())][outcome.ordinal()]++);
        }
        return confusion;
    }

    int count(boolean leaks, Outcome outcome) {
        return counts[row(leaks)][outcome.ordinal()];
    }

    int cells() {
        int cells = 0;
        for (Outcome outcome : Outcome.values()) {
            cells += count(true, outcome) + count(false, outcome);
        }
        return cells;
    }

    /** Returns the share of leaks that are called leaks, of those that are decided. */
    Share recall() {
        int found = count(true, Outcome.LEAK);
        return new Share(found, found + count(true, Outcome.CLEAN));
    }

    /** Returns the share of leaks among what is called a leak. */
    Share precision() {
        int found = count(true, Outcome.LEAK);
        return new Share(found, found + count(false, Outcome.LEAK));
    }

    /** Returns the share of healthy cells that are called leaks, of those that are decided. */
    Share falseAlarms() {
        int alarms = count(false, Outcome.LEAK);
        return new Share(alarms, alarms + count(false, Outcome.CLEAN));
    }

    /** Returns the share that is inconclusive, of all that were carried out. */
    Share inconclusive() {
        int inconclusive = count(true, Outcome.INCONCLUSIVE) + count(false, Outcome.INCONCLUSIVE);
        return new Share(inconclusive, cells() - count(true, Outcome.ERROR) - count(false, Outcome.ERROR));
    }

    /** Returns the columns of a table: for leaky and then for healthy cells how many came to what, then the shares. */
    List<String> columns() {
        var columns = new ArrayList<String>();
        columns.add(Integer.toString(cells()));
        for (boolean leaks : new boolean[] {true, false}) {
            columns.add(Integer.toString(count(leaks, Outcome.LEAK)));
            columns.add(Integer.toString(count(leaks, Outcome.CLEAN)));
            columns.add(Integer.toString(count(leaks, Outcome.INCONCLUSIVE)));
        }
        columns.add(Integer.toString(count(true, Outcome.ERROR) + count(false, Outcome.ERROR)));
        columns.add(recall().text());
        columns.add(precision().text());
        return columns;
    }

    private static int row(boolean leaks) {
        return leaks ? 1 : 0;
    }
}
