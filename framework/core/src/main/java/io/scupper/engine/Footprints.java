package io.scupper.engine;

import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.HeapFootprint;
import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What instances hold, read from one heap dump that is taken away again. No dump is taken where no budget is about that. */
final class Footprints {

    private final Optional<Explanation> explanation;
    private final AgentLink agent;

    Footprints(Optional<Explanation> explanation, AgentLink agent) {
        this.explanation = explanation;
        this.agent = agent;
    }

    /**
     * Reads them, by class.
     *
     * @throws ScupperException if the dump cannot be taken or read
     */
    Map<String, HeapFootprint> of(List<Budget> budgets) {
        List<String> classes = budgets.stream()
                .filter(budget -> budget.measure() == Measure.RETAINED)
                .map(Budget::of)
                .distinct()
                .toList();
        if (classes.isEmpty() || explanation.isEmpty()) {
            return Map.of();
        }
        Explanation how = explanation.get();
        Path dump = how.dumps().resolve(how.name() + "-budget.hprof.gz");
        try {
            Files.createDirectories(how.dumps());
            agent.dump(dump, how.mostDumpBytes());
            Map<String, HeapFootprint> footprints = new HashMap<>();
            classes.forEach(each -> footprints.put(each, how.analyst().footprint(dump, each)));
            Files.deleteIfExists(dump);
            return footprints;
        } catch (IOException e) {
            throw new ScupperException(
                    "The folder '%s' for heap dumps cannot be used: %s. Is it writable and the disk not full?"
                            .formatted(how.dumps(), e),
                    e);
        }
    }
}
