package io.scupper.explain;

import io.scupper.model.Finding;
import io.scupper.model.Interval;
import java.util.Optional;

/**
 * How the subject behaved when something was left out, for the explanation.
 *
 * @param sameKeys a round whose requests brought no new key, if there was one
 * @param idle a round without any request, if there was one
 */
public record Contrasts(Optional<Interval> sameKeys, Optional<Interval> idle) {

    /** What grew by a smaller share of its growth in a round, did not grow. */
    static final double NONE = 0.2;

    /** What grew by a larger share of it, did. */
    static final double MOST = 0.6;

    private static final int LEAST = 10;

    /** Tells whether a class grows by so many in a round that none in another round means something. */
    public static boolean canTellKeys(Finding finding, long operations) {
        return finding.name().startsWith("heap:") && finding.perOperation() * operations >= LEAST;
    }
}
