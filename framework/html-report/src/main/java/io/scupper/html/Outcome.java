package io.scupper.html;

/** What a test came to, in the order in which people want to see them. An error is no verdict: nothing was measured. */
enum Outcome {
    LEAK("Leak"),
    OVER_BUDGET("Over budget"),
    ERROR("Error"),
    INCONCLUSIVE("Inconclusive"),
    CLEAN("Clean");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** Returns the word that pages show. */
    public String word() {
        return word;
    }

    /** Returns the name of its icon and of its style. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
