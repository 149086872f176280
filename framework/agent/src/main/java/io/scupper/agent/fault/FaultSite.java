package io.scupper.agent.fault;

import io.scupper.agent.jvm.CallerFilter;
import io.scupper.boot.Call;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/** One join point of a fault: lets the calls through to it that come from the right caller, on the right thread. */
final class FaultSite extends Site {

    private static final Object[] NONE = new Object[0];

    private final Fault fault;
    private final CallerFilter caller;

    FaultSite(Fault fault, String thread, CallerFilter caller) {
        super(fault.gate, caller.loadedOr(fault.gate), thread);
        this.fault = fault;
        this.caller = caller;
    }

    @Override
    protected boolean isMeant() {
        return caller.isMeant();
    }

    @Override
    protected @Nullable Object enter(Call call) {
        return fault.apply(call);
    }

    /** A returned value goes the same way as a receiver, for the effect that asks for it wants nothing else. */
    @Override
    protected void returned(@Nullable Object value) {
        fault.apply(new Call(Object.class, "", value, NONE));
    }
}
