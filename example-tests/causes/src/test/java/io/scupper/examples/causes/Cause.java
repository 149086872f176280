package io.scupper.examples.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cause of growth, and what its leak tests must find in the leaky subject.
 *
 * @param id its name in the catalogue
 * @param found one for each leak test
 */
public record Cause(String id, List<Found> found) {

    public Cause {
        found = List.copyOf(found);
    }

    /** Begins one. */
    public static Cause of(String id) {
        return new Cause(id, List.of());
    }

    /**
     * Returns it with one more leak test.
     *
     * @param test the method
     * @param suspect how the name of what grows begins, such as {@code heap:com.acme.Order}
     * @param culprit class and member at fault, in full
     */
    public Cause found(String test, String suspect, String culprit) {
        return with(new Found(test, suspect, culprit, OptionalDouble.empty()));
    }

    /** As {@link #found}, of which exactly so many stay with each operation. */
    public Cause foundExactly(double perOperation, String test, String suspect, String culprit) {
        return with(new Found(test, suspect, culprit, OptionalDouble.of(perOperation)));
    }

    private Cause with(Found one) {
        var more = new ArrayList<>(found);
        more.add(one);
        return new Cause(id, more);
    }

    /** What one leak test must find. */
    public record Found(String test, String suspect, String culprit, OptionalDouble exactly) {

        /** Tells whether this is what a finding is called. */
        boolean isNamed(String finding) {
            return finding.startsWith(suspect);
        }
    }
}
