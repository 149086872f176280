package io.scupper.engine;

import io.scupper.model.Sample;
import io.scupper.spi.AgentLink;
import io.scupper.spi.AgentLink.Plant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Plants a small leak that is known and looks for it with the probes of the experiment: one object for ten operations, one
 * parked thread, one held connection; in a subject without the agent, connections that are held open from outside. Where one is
 * not seen, that nothing was seen before means nothing.
 */
final class PlantedControl {

    private static final int OPERATIONS_PER_OBJECT = 10;

    /** Agents whose JVM has shown all that was planted. */
    private static final Set<AgentLink> SHOWN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final AgentLink agent;
    private final Planting planting;

    PlantedControl(AgentLink agent, Planting planting) {
        this.agent = agent;
        this.planting = planting;
    }

    /** Tells whether it has to be done, or done again. */
    boolean isDue() {
        return planting == Planting.EACH || planting == Planting.ONCE && !SHOWN.contains(agent);
    }

    /** Plants, samples and takes the plants away again; returns a sentence for each probe that is blind. */
    List<String> blindProbes(int operations, Sample before, RoundRunner runner) throws InterruptedException {
        int objects = Math.max(agent.leastPlanted(), operations / OPERATIONS_PER_OBJECT);
        Plant plant = agent.plant(objects);
        Sample sample;
        try {
            sample = runner.planted();
        } finally {
            agent.uproot();
        }
        List<String> blind = agent.blindTo(plant, objects, before, sample);
        if (blind.isEmpty()) {
            SHOWN.add(agent);
        }
        return blind;
    }
}
