package io.scupper.agent.fault;

import io.scupper.agent.weave.View;
import io.scupper.boot.Call;
import io.scupper.boot.Gate;
import io.scupper.control.Line;
import io.scupper.control.Trigger;
import io.scupper.control.Verbs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One effect at its join points: decides call by call whether it fires, and counts. Everything between the gate and the
 * effect happens under one lock, so that after {@link #lift} nothing fires any more and the counts stand still.
 */
final class Fault {

    final String id;
    final Gate gate = new Gate();
    private final Trigger trigger;
    private final Effect effect;
    private final int maxHeld;
    private final byte[] liftRequest;
    private long capped;
    private @Nullable String problem;

    Fault(String id, Trigger trigger, Effect effect, int maxHeld) {
        this.id = id;
        this.trigger = trigger;
        this.effect = effect;
        this.maxHeld = maxHeld;
        this.liftRequest = (Line.of(Verbs.LIFT, id).encode() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    View view() {
        return effect.view();
    }

    synchronized void arm() {
        trigger.arm();
        gate.open = true;
    }

    /** Ends the fault at once, also in calls that are being delayed. Allocates nothing. */
    synchronized void lift() {
        gate.open = false;
        effect.lifted();
    }

    /** Lifts and gives back; blocks for some seconds at the most. Returns how much could not be given back. */
    long compensate() {
        lift();
        return effect.compensate();
    }

    /** Tells, without allocating, whether a frame is the request to lift this fault. */
    boolean isLiftedBy(byte[] frame, int length) {
        return Arrays.equals(frame, 0, length, liftRequest, 0, liftRequest.length);
    }

    /** Sees one call that a join point let through, on the subject's thread. */
    synchronized @Nullable Object apply(Call call) {
        if (!gate.open || !trigger.pull()) {
            return null;
        }
        boolean applied = false;
        try {
            Object verdict = effect.apply(call, maxHeld);
            applied = verdict != Effect.CAPPED;
            capped += applied ? 0 : 1;
            return applied ? verdict : null;
        } catch (IllegalArgumentException e) {
            problem = "Fault '" + id + "' could not be applied: " + e.getMessage();
            return null;
        } finally {
            if (!applied) {
                trigger.giveBack();
            }
        }
    }

    /**
     * Returns the counts as a line.
     *
     * @throws IllegalStateException if the fault could not be applied to a call it chose
     */
    synchronized Line count(int sites) {
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
        return Line.of(Verbs.SITE, id, trigger.matched(), trigger.fired(), effect.held(), capped, sites);
    }
}
