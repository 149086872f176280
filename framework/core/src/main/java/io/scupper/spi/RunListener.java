package io.scupper.spi;

import io.scupper.model.Phase;
import io.scupper.model.Sample;

/** Is told how an experiment goes on; called by the thread that runs it. */
public interface RunListener {

    /** A round begins. */
    default void roundStarted(Phase phase, int round, long operations) {}

    /** A round has ended in a sample. */
    default void sampled(Sample sample) {}

    /** Something worth a line: lifted, recovered, compensated. */
    default void noted(String what) {}
}
