package io.scupper.agent.fault;

import io.scupper.agent.jvm.Reach;
import io.scupper.boot.Call;
import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A call that was left out. Holds its receiver and arguments weakly where the subject is to recover by itself: whether it
 * still has a way to them is what the test is about. Holds them strongly where all of it will be given back. Each object
 * here is of the agent's own class.
 */
final class WithheldCall extends WeakReference<@Nullable Object> {

    private final boolean isStatic;
    private final HeldValue type;
    private final String method;
    private final HeldValue[] arguments;

    /** Only there to be held. */
    @SuppressWarnings("unused")
    private final @Nullable Object kept;

    @Nullable
    WithheldCall next;

    WithheldCall(Call call, boolean strongly, @Nullable WithheldCall next) {
        super(call.receiver);
        this.isStatic = call.receiver == null;
        this.type = new HeldValue(call.type, false);
        this.method = call.method;
        this.arguments = new HeldValue[call.arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new HeldValue(call.arguments[i], strongly);
        }
        this.kept = strongly ? call.receiver : null;
        this.next = next;
    }

    /** Tells whether the receiver is still there; when it is not, the subject has given up on it by itself. */
    boolean isAlive() {
        return isStatic || get() != null;
    }

    /** Makes the call after all. An argument that has been collected is null. */
    void make(Reach reach) throws Throwable {
        Object receiver = get();
        Class<?> owner = (Class<?>) type.value();
        if (owner == null || (receiver == null && !isStatic)) {
            return;
        }
        MethodHandle body = reach.exactly(owner, method);
        var all = new ArrayList<@Nullable Object>();
        if (!isStatic) {
            all.add(receiver);
        }
        for (HeldValue each : arguments) {
            all.add(each.value());
        }
        body.invokeWithArguments(all);
    }
}
