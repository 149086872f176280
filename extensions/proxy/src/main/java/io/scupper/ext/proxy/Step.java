package io.scupper.ext.proxy;

/**
 * What becomes of the next bytes, or of the end, of one direction of one connection. Where several disturbances meet, the
 * gravest of their steps is taken; of the same kind the longest wait and the fewest bytes.
 *
 * @param amount bytes that may pass, or nanoseconds to wait; otherwise 0
 */
record Step(Kind kind, long amount) {

    /** Nothing in the way. */
    static final Step FREE = new Step(Kind.PASS, Long.MAX_VALUE);

    /** Until something else is done to the wire. */
    static final Step HOLD = new Step(Kind.HOLD, 0);

    static final Step DISCARD = new Step(Kind.DISCARD, 0);
    static final Step CLOSE = new Step(Kind.CLOSE, 0);
    static final Step RESET = new Step(Kind.RESET, 0);

    /** So many may pass, from 1. */
    static Step pass(long most) {
        return new Step(Kind.PASS, most);
    }

    /** So long; none at all if it is not above 0. */
    static Step await(long nanos) {
        return nanos > 0 ? new Step(Kind.WAIT, nanos) : FREE;
    }

    /** Returns the step that is taken if both are asked for. */
    Step orGraver(Step other) {
        return other.isGraverThan(this) ? other : this;
    }

    /** Tells whether anything is done; that fewer bytes go at once is nothing yet. */
    boolean disturbs() {
        return kind != Kind.PASS;
    }

    private boolean isGraverThan(Step other) {
        if (kind != other.kind) {
            return kind.compareTo(other.kind) > 0;
        }
        return kind == Kind.PASS ? amount < other.amount : amount > other.amount;
    }

    /** The graver, the later. */
    enum Kind {
        PASS,
        DISCARD,
        WAIT,
        HOLD,
        CLOSE,
        RESET
    }
}
