package io.scupper.junit;

import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.spi.RunListener;
import java.util.List;

/** Passes on to several listeners, in order. */
final class Listeners implements RunListener {

    private final List<RunListener> listeners;

    Listeners(RunListener... listeners) {
        this.listeners = List.of(listeners);
    }

    @Override
    public void roundStarted(Phase phase, int round, long operations) {
        listeners.forEach(listener -> listener.roundStarted(phase, round, operations));
    }

    @Override
    public void sampled(Sample sample) {
        listeners.forEach(listener -> listener.sampled(sample));
    }

    @Override
    public void noted(String what) {
        listeners.forEach(listener -> listener.noted(what));
    }
}
