package io.scupper.junit;

import io.scupper.model.Phase;
import io.scupper.spi.RunListener;
import java.util.List;

/** Tells the calls of a test method whether a fault is armed. */
final class ArmedCalls implements RunListener {

    private final List<HttpCalls> calls;
    private boolean hasFault;

    ArmedCalls(List<HttpCalls> calls) {
        this.calls = calls;
    }

    @Override
    public void roundStarted(Phase phase, int round, long operations) {
        // Without a fault there is no such round, and the rounds that follow a suspicion have none either.
        hasFault |= phase == Phase.ARMED;
        calls.forEach(each -> each.armed(hasFault && phase.isArmed()));
    }
}
