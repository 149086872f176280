package io.scupper.model;

import java.util.List;

/**
 * What a suite of leak tests made of one fault that was put under it.
 *
 * @param faultId of the fault
 * @param noticedBy the tests that failed, and how
 * @param tried the tests that passed in spite of it, and what was seen
 * @param note why it does not apply, or why it does not count; may be empty
 */
public record Mutation(String faultId, Outcome outcome, List<String> noticedBy, List<String> tried, String note) {

    public Mutation {
        noticedBy = List.copyOf(noticedBy);
        tried = List.copyOf(tried);
    }

    /** What came of it; the later a constant, the more is known. */
    public enum Outcome {
        /** No test reached what the fault is about. */
        DOES_NOT_APPLY("does not apply"),
        /** The user has said that it need not be noticed. */
        IGNORED("ignored"),
        /** Tests reached it, and all of them passed. */
        NOT_NOTICED("not noticed"),
        /** A test failed. */
        NOTICED("noticed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** Returns it in the words of reports. */
        public String words() {
            return words;
        }
    }
}
