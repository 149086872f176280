package io.scupper.engine;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.spi.AgentLink;
import io.scupper.spi.AgentLink.Plant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/**
 * Plants a small leak that is known and looks for it with the probes of the experiment: one object for ten operations, one
 * parked thread, one held connection. Where one is not seen, that nothing was seen before means nothing.
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
        int objects = Math.max(1, operations / OPERATIONS_PER_OBJECT);
        Plant plant = agent.plant(objects);
        Sample sample;
        try {
            sample = runner.planted();
        } finally {
            agent.uproot();
        }
        List<String> blind = blind(plant, objects, before, sample);
        if (blind.isEmpty()) {
            SHOWN.add(agent);
        }
        return blind;
    }

    private static List<String> blind(Plant plant, int objects, Sample before, Sample sample) {
        var blind = new ArrayList<String>();
        long seen = sample.instances(plant.className()) - before.instances(plant.className());
        if (seen != objects) {
            blind.add(("The heap probe is blind: %d objects were planted and %d are in the class histogram."
                            + " The JVM's collector or its flags hide what is live.")
                    .formatted(objects, seen));
        }
        if (!shows(sample, "threads", plant.thread()::equals)) {
            blind.add("The threads probe is blind: a parked thread was planted and is not listed.");
        }
        if (!shows(sample, "sockets", name -> name.endsWith(":" + plant.port()))) {
            blind.add(
                    "The sockets probe is blind: a connection was planted and is not listed. It reads /proc/self, which"
                            + " the subject's system does not have, or hides from the subject.");
        }
        return blind;
    }

    private static boolean shows(Sample sample, String probe, Predicate<String> name) {
        return sample.counted().keySet().stream()
                .filter(resource -> resource.probe().equals(probe))
                .map(Resource::name)
                .anyMatch(name);
    }
}
