package io.scupper.agent.fault;

import io.scupper.agent.jvm.CallFilter;
import io.scupper.boot.Call;
import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/** One join point of a fault: lets the calls through to it that come from the right caller, on the right thread. */
final class FaultSite extends Site {

    private static final Object[] NONE = new Object[0];

    private final Fault fault;
    private final CallFilter filter;

    FaultSite(Fault fault, Gate gate, CallFilter filter) {
        super(gate);
        this.fault = fault;
        this.filter = filter;
    }

    @Override
    protected @Nullable Object enter(Call call) {
        return filter.isMeant() ? fault.apply(call) : null;
    }

    /** A returned value goes the same way as a receiver, for the effect that asks for it wants nothing else. */
    @Override
    protected void returned(@Nullable Object value) {
        if (filter.isMeant()) {
            fault.apply(new Call(Object.class, "", value, NONE));
        }
    }
}
