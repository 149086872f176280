package io.scupper.engine;

import io.scupper.model.Origin;
import io.scupper.model.ScupperException;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the agent has seen to come and stay. What goes wrong is remembered and not thrown: who holds what grew can be told without
 * it.
 */
final class Witnessed {

    private final AgentLink agent;
    private Map<String, List<Origin>> origins = Map.of();
    private Optional<String> failure = Optional.empty();

    Witnessed(AgentLink agent) {
        this.agent = agent;
    }

    /** Lets the agent look out. */
    void lookOut(List<Witness> witnesses) {
        attempt(() -> agent.witness(witnesses));
    }

    /** Asks it what it has seen. */
    void ask() {
        if (failure.isEmpty()) {
            attempt(() -> origins = agent.origins());
        }
    }

    /** Ends its looking out, also where that had failed half-way. */
    void dismiss() {
        attempt(agent::dismissWitnesses);
    }

    Map<String, List<Origin>> origins() {
        return origins;
    }

    /** Returns what went wrong first, in a sentence. */
    Optional<String> failure() {
        return failure;
    }

    private void attempt(Runnable asking) {
        try {
            asking.run();
        } catch (ScupperException e) {
            failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
