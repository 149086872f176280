package io.scupper.junit;

import io.scupper.model.Phase;
import io.scupper.spi.RunListener;
import java.util.List;

/** Tells the calls of a test method whether a fault is armed. */
record ArmedCalls(List<HttpCalls> calls) implements RunListener {

    @Override
    public void roundStarted(Phase phase, int round, long operations) {
        calls.forEach(each -> each.armed(phase == Phase.ARMED));
    }
}
