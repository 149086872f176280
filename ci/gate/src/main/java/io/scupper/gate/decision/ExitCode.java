package io.scupper.gate.decision;

import java.util.Collection;
import java.util.Comparator;

/**
 * What the gate ends with. Where several apply, the first of this order wins: a leak that was found stays one, whatever else
 * is missing.
 */
public enum ExitCode {
    /** A leak that is not accepted, or no longer. */
    LEAK(1, "leak"),
    /** Nothing leaks, and something got worse than the budget allows. */
    REGRESSION(2, "regression"),
    /** Records are missing or broken, no test ran, a test ended in an error, or the call is wrong. */
    BROKEN(4, "broken set-up"),
    /** A verdict could not be given. */
    INCONCLUSIVE(3, "inconclusive"),
    /** The budget or the accepted leaks speak of what is not there any more. */
    STALE(5, "stale entry"),
    /** All is well. */
    CLEAN(0, "clean");

    private final int code;
    private final String words;

    ExitCode(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Returns the number. */
    public int code() {
        return code;
    }

    /** Returns what it means. */
    public String words() {
        return words;
    }

    /** Returns the one that wins; {@link #CLEAN} of none. */
    public static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream().min(Comparator.naturalOrder()).orElse(CLEAN);
    }
}
