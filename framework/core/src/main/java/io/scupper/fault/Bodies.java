package io.scupper.fault;

import io.scupper.spi.Parameter;

/** Makes the faults that are bodies, of the parameters that all of them have. */
final class Bodies {

    static final Parameter CONCURRENCY = new Parameter("concurrency", "a whole number from 1 to 1000", "1");

    private Bodies() {}

    static PayloadFault fault(Allowed allowed, Destination to, PayloadFault.Body body) {
        int concurrency = allowed.whole(CONCURRENCY.name(), 1, 1_000);
        return new PayloadFault(
                allowed.type().id(),
                allowed.parameters().asWritten(),
                allowed.parameters().recovery(),
                to,
                body,
                concurrency,
                1 + (Rounds.times(allowed) - 1) / concurrency,
                Rounds.uncapped(allowed));
    }
}
