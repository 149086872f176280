package io.scupper.engine;

import io.scupper.explain.AllocationSites;
import io.scupper.explain.QuestionSites;
import io.scupper.model.Budget.Measure;
import io.scupper.model.ScupperException;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import io.scupper.witness.Witnesses;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks where in its code the subject spends what is beyond a budget, in one more round.
 */
final class SpendingSites {

    /** Between two looks at who allocates, which stop the subject for less than that. */
    private static final long LEAST_PAUSE_MILLIS = 1;

    private static final List<Measure> MEMORY = List.of(Measure.PEAK_HEAP, Measure.ALLOCATED);

    private static final Map<Measure, Witness> WITNESSES =
            Map.of(Measure.QUERIES, Witnesses.QUERIES, Measure.COMMANDS, Witnesses.COMMANDS);

    private final AgentLink agent;
    private final Pace pace;

    SpendingSites(AgentLink agent, Pace pace) {
        this.agent = agent;
        this.pace = pace;
    }

    /** Tells whether there is a way to look where so much of it is spent. */
    static boolean canLookInto(Measure measure) {
        return MEMORY.contains(measure) || WITNESSES.containsKey(measure);
    }

    /**
     * Returns a line for each place, by measure; measures that nobody can look into are left out.
     *
     * @throws ScupperException if the round or a look fails
     */
    Map<Measure, List<String>> of(Set<Measure> missed, Round round) throws InterruptedException {
        List<Measure> memory = MEMORY.stream().filter(missed::contains).toList();
        var asked = new EnumMap<Measure, Witness>(WITNESSES);
        asked.keySet().retainAll(missed);
        var sites = new EnumMap<Measure, List<String>>(Measure.class);
        if (memory.isEmpty() && asked.isEmpty()) {
            return sites;
        }
        var witnessed = new Witnessed(agent);
        if (!asked.isEmpty()) {
            witnessed.lookOut(List.copyOf(asked.values()));
        }
        try {
            List<String> allocated = memory.isEmpty() ? run(round) : allocating(round);
            memory.forEach(measure -> sites.put(measure, allocated));
            if (!asked.isEmpty()) {
                witnessed.ask();
                asked.forEach((measure, witness) -> sites.put(measure, asking(witnessed, witness)));
            }
        } finally {
            if (!asked.isEmpty()) {
                witnessed.dismiss();
            }
        }
        return sites;
    }

    private static List<String> run(Round round) throws InterruptedException {
        round.run();
        return List.of();
    }

    private List<String> allocating(Round round) throws InterruptedException {
        var sites = new AllocationSites();
        var looks =
                new Looks("scupper-allocation-looks", () -> sites.add(agent.allocating()), LEAST_PAUSE_MILLIS, pace);
        try (looks) {
            round.run();
        }
        looks.requireSuccess();
        return sites.told();
    }

    private static List<String> asking(Witnessed witnessed, Witness witness) {
        return witnessed
                .failure()
                .map(why -> List.of("nobody saw where it is spent: " + why))
                .orElseGet(() -> QuestionSites.of(witnessed.origins().getOrDefault(witness.id(), List.of())));
    }

    /** A round of operations. */
    @FunctionalInterface
    interface Round {

        void run() throws InterruptedException;
    }
}
