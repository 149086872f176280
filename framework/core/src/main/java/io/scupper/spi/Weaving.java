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
 */
public record Weaving(String faultId, List<JoinPoint> joinPoints, Effect effect, Activation activation, int maxHeld) {

    public Weaving {
        joinPoints = List.copyOf(joinPoints);
    }
}
