package io.scupper.examples.corpus.result;

/** What an experiment came to. */
public enum Outcome {
    CLEAN,
    INCONCLUSIVE,
    LEAK,
    /** It could not be carried out. */
    ERROR
}
