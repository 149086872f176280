package io.scupper.model;

/** What a leak test comes to. Ordered from good to bad, so that the worst of several is their maximum. */
public enum Verdict {
    /** Everything is back at its baseline, and nothing grows with the operations. */
    CLEAN,
    /** Something is missing that a verdict needs; the finding says what. Never a pass. */
    INCONCLUSIVE,
    /** A budget of the test's own is missed, and nothing is known to be kept. What is kept is judged without it. */
    OVER_BUDGET,
    /** Something is kept, operation after operation. */
    LEAK;

    /** Returns the worse of the two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
