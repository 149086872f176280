package io.scupper.spi;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import java.util.List;

/**
 * An effect at join points, as it is given to the agent.
 *
 * @param faultId names it in later calls
 * @param joinPoints not empty
 * @param maxHeld how many calls, threads or objects it may withhold at a time, from 1
 * @param strongly whether skipped calls keep alive what they need to be made after all
 */
public record Weaving(
        String faultId,
        List<JoinPoint> joinPoints,
        Effect effect,
        Activation activation,
        int maxHeld,
        boolean strongly) {

    public Weaving {
        joinPoints = List.copyOf(joinPoints);
    }

    /** Makes a weaving that keeps nothing of the subject's alive. */
    public Weaving(String faultId, List<JoinPoint> joinPoints, Effect effect, Activation activation, int maxHeld) {
        this(faultId, joinPoints, effect, activation, maxHeld, false);
    }

    /** Returns this weaving under another name. */
    public Weaving named(String name) {
        return new Weaving(name, joinPoints, effect, activation, maxHeld, strongly);
    }

    /** Returns this weaving at other join points. */
    public Weaving at(List<JoinPoint> others) {
        return new Weaving(faultId, others, effect, activation, maxHeld, strongly);
    }

    /**
     * Returns this weaving for a fault that is recovered from so: what will be given back is kept alive until then, and
     * nothing else is.
     */
    public Weaving recoveredBy(Recovery recovery) {
        return new Weaving(faultId, joinPoints, effect, activation, maxHeld, recovery == Recovery.ASSISTED);
    }
}
