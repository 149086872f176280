package io.scupper.examples.corpus.rule;

/** What several rules ask of a series. */
final class Growth {

    private Growth() {}

    /** Tells whether each sample is above the one before it. */
    static boolean isStrict(long[] samples) {
        for (int i = 1; i < samples.length; i++) {
            if (samples[i] <= samples[i - 1]) {
                return false;
            }
        }
        return samples.length > 1;
    }
}
