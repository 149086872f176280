package io.scupper.agent.fault;

import io.scupper.boot.Call;
import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/** One join point of a fault: lets the calls through to it that come from the right caller, on the right thread. */
final class FaultSite extends Site {

    /** How many frames above the woven method a caller may stand. */
    private static final int CALLER_DEPTH = 16;

    private static final Object[] NONE = new Object[0];
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Fault fault;
    private final String caller;
    private final String thread;

    FaultSite(Fault fault, Gate gate, String caller, String thread) {
        super(gate);
        this.fault = fault;
        this.caller = caller;
        this.thread = thread;
    }

    @Override
    protected @Nullable Object enter(Call call) {
        return isMeant() ? fault.apply(call) : null;
    }

    /** A returned value goes the same way as a receiver, for the effect that asks for it wants nothing else. */
    @Override
    protected void returned(@Nullable Object value) {
        if (isMeant()) {
            fault.apply(new Call(Object.class, "", value, NONE));
        }
    }

    private boolean isMeant() {
        if (!Thread.currentThread().getName().startsWith(thread)) {
            return false;
        }
        return caller.isEmpty() || isCalled();
    }

    private boolean isCalled() {
        return WALKER.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .dropWhile(FaultSite::isOurs)
                .skip(1)
                .limit(CALLER_DEPTH)
                .anyMatch(name -> name.startsWith(caller)));
    }

    private static boolean isOurs(String className) {
        return className.startsWith("io.scupper.agent.") || className.startsWith("io.scupper.boot.");
    }
}
