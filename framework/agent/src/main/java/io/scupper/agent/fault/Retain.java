package io.scupper.agent.fault;

import io.scupper.agent.weave.View;
import io.scupper.boot.Call;
import org.jspecify.annotations.Nullable;

/** Keeps something of each call alive: the receiver, the return value or an argument. */
final class Retain extends Effect {

    private static final int RECEIVER = -1;
    private static final int RETURNED = -2;

    private final int what;
    private @Nullable Kept first;
    private int count;

    Retain(String what) {
        switch (what) {
            case "this":
                this.what = RECEIVER;
                break;
            case "return":
                this.what = RETURNED;
                break;
            default:
                this.what = index(what);
        }
    }

    @Override
    View view() {
        return what == RETURNED ? View.RETURN : View.ENTRY;
    }

    @Override
    synchronized @Nullable Object apply(Call call, int maxHeld) {
        if (count >= maxHeld) {
            return CAPPED;
        }
        first = new Kept(subject(call), first);
        count++;
        return null;
    }

    @Override
    synchronized long held() {
        return count;
    }

    @Override
    synchronized long compensate() {
        first = null;
        count = 0;
        return 0;
    }

    /** What a call returned stands in the place of its receiver: see {@link FaultSite#returned}. */
    private @Nullable Object subject(Call call) {
        if (what < 0) {
            return call.receiver;
        }
        if (what >= call.arguments.length) {
            throw new IllegalArgumentException("Argument " + what + " is to be retained, but " + call.type.getName()
                    + "#" + call.method + " has " + call.arguments.length + ".");
        }
        return call.arguments[what];
    }

    private static int index(String text) {
        try {
            int index = Integer.parseInt(text);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // Refused below, in the same words.
        }
        throw new IllegalArgumentException(
                "What to retain is '" + text + "', allowed are this, return and the number of an argument, from 0.");
    }

    /** One object that is kept; of the agent's own class, so that the list is not counted as the subject's. */
    private static final class Kept {

        final @Nullable Object subject;
        final @Nullable Kept next;

        Kept(@Nullable Object subject, @Nullable Kept next) {
            this.subject = subject;
            this.next = next;
        }
    }
}
