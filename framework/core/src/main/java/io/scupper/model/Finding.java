package io.scupper.model;

/**
 * What was decided of one thing that was measured.
 *
 * @param name the label of the resource, {@code heap} or {@code heap:<class name>}
 * @param baseline its count before the armed rounds
 * @param settled its count after lift and settle
 * @param perOperation mean growth per operation over the armed rounds; may be negative
 * @param reason one sentence, for people, that gives the rule and the figures
 */
public record Finding(
        String name, Unit unit, Kind kind, double baseline, double settled, double perOperation, String reason) {

    public Verdict verdict() {
        return kind.verdict;
    }

    /** Returns this finding with another kind and reason. */
    public Finding as(Kind other, String why) {
        return new Finding(name, unit, other, baseline, settled, perOperation, why);
    }

    /** What kind of movement was seen. */
    public enum Kind {
        /** Never left its baseline, or is back. */
        RETURNED(Verdict.CLEAN),
        /** Stepped up once and stayed: a pool that started, a keep-alive thread. */
        STEP(Verdict.CLEAN),
        /** Above its baseline, by too little to count. */
        WITHIN_TOLERANCE(Verdict.CLEAN),
        /** Grows with the operations. */
        GROWTH(Verdict.LEAK),
        /** Given back by the garbage collector alone, which nobody promises to run in time. */
        COLLECTED(Verdict.LEAK),
        /** Grew for a while and came to rest: a collection that is bounded. */
        BOUNDED(Verdict.CLEAN),
        /** Above the bound that the test itself set. */
        ABOVE_BOUND(Verdict.LEAK),
        /** Not back, yet with no pattern of growth that could be called a leak. */
        UNDECIDED(Verdict.INCONCLUSIVE);

        private final Verdict verdict;

        Kind(Verdict verdict) {
            this.verdict = verdict;
        }
    }
}
