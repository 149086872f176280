package io.scupper.model;

/** Where in the experiment a round stands. */
public enum Phase {
    WARM_UP("warm-up"),
    BASELINE("baseline"),
    CONTROL("control"),
    ARMED("armed"),
    /** Longer without a collection than in the rounds before: does it close by itself? */
    PATIENT("patient"),
    /** More operations than the rounds before: does what is kept grow with them? */
    LONGER("longer"),
    /** Ever another number of operations: does it come and go in batches? */
    UNEVEN("uneven"),
    /** As many operations as fill a bounded collection, after rounds of few: does a class still grow afterwards? */
    FILLING("filling"),
    /** Once more with the fault, between two heap dumps: who holds what grew, and who brought it forth? */
    EXPLANATION("explanation"),
    /** Once more with the fault, after the verdict: what does it use up? Nothing is sampled. */
    BUDGET("budget"),
    /** The keys of the round before once more: is something kept for each request, or for each new key? */
    SAME_KEYS("same keys"),
    SETTLE("settle"),
    /** As long as a round, without any operation: what grows by itself? */
    PLACEBO("placebo"),
    /** A leak is planted: do the probes see it? */
    PLANTED("planted"),
    /** After lift and settle: does the subject still answer? Nothing is sampled. */
    SERVICE("service");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** Tells whether the faults of an experiment, if it has any, are armed in rounds of this phase. */
    public boolean isArmed() {
        return switch (this) {
            case ARMED, PATIENT, LONGER, UNEVEN, FILLING, SAME_KEYS, EXPLANATION, BUDGET -> true;
            default -> false;
        };
    }

    /** Returns the word that reports use. */
    public String word() {
        return word;
    }
}
