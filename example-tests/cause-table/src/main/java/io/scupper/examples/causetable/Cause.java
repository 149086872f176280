package io.scupper.examples.causetable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cause of growth, and what its leak tests must find in the leaky subject.
 *
 * @param id its name in the catalogue
 * @param language of the subject, where it is another than Java; empty where it is not
 * @param found one for each leak test
 */
public record Cause(String id, String language, List<Found> found) {

    public Cause {
        found = List.copyOf(found);
    }

    /** Begins one. */
    public static Cause of(String id) {
        return new Cause(id, "", List.of());
    }

    /** Begins one whose subject is written in Go. */
    public static Cause inGo(String id) {
        return new Cause(id, "Go", List.of());
    }

    /**
     * Returns it with one more leak test.
     *
     * @param test the method
     * @param suspect how the name of what grows begins, such as {@code heap:com.acme.Order}
     * @param culprit class and member at fault, in full
     */
    public Cause found(String test, String suspect, String culprit) {
        return with(new Found(test, Found.LEAK, suspect, culprit, OptionalDouble.empty()));
    }

    /** As {@link #found}, of which exactly so many stay with each operation. */
    public Cause foundExactly(double perOperation, String test, String suspect, String culprit) {
        return with(new Found(test, Found.LEAK, suspect, culprit, OptionalDouble.of(perOperation)));
    }

    /**
     * Returns it with one more leak test: of a budget that is missed, though nothing is kept.
     *
     * @param test the method
     * @param budget how its name begins, such as {@code peakHeap}
     * @param spentOn what the budget went to, in the words of the message
     */
    public Cause overBudget(String test, String budget, String spentOn) {
        return with(new Found(test, Found.OVER_BUDGET, budget, spentOn, OptionalDouble.empty()));
    }

    private Cause with(Found one) {
        var more = new ArrayList<>(found);
        more.add(one);
        return new Cause(id, language, more);
    }

    /**
     * What one leak test must find.
     *
     * @param what how the name of what grew or of the budget begins
     * @param blamed the culprit, or what the budget went to
     */
    public record Found(String test, String verdict, String what, String blamed, OptionalDouble exactly) {

        static final String LEAK = "LEAK";
        static final String OVER_BUDGET = "OVER_BUDGET";

        /** Tells whether this is what a finding is called. */
        boolean isNamed(String finding) {
            return finding.startsWith(what);
        }

        boolean isOverBudget() {
            return verdict.equals(OVER_BUDGET);
        }
    }
}
