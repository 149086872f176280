package io.scupper.engine;

import io.scupper.model.HeapGrowth;
import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two heap dumps and their comparison. What goes wrong is remembered and not thrown: threads and connections can be explained
 * without a dump.
 */
final class DumpPair {

    private final Explanation explanation;
    private final AgentLink agent;
    private Optional<String> failure = Optional.empty();

    DumpPair(Explanation explanation, AgentLink agent) {
        this.explanation = explanation;
        this.agent = agent;
    }

    /** Takes the dump before the round. */
    void takeFirst() {
        take(explanation.before());
    }

    /** Takes the dump after it, if there is one before. */
    void takeSecond() {
        if (failure.isEmpty()) {
            take(explanation.after());
        }
    }

    /** Returns who holds what grew, by class; nothing if there are not both dumps, or they could not be compared. */
    Map<String, HeapGrowth> compare(Map<String, Long> grown) {
        if (failure.isPresent() || grown.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, HeapGrowth> compared =
                    explanation.analyst().compare(explanation.before(), explanation.after(), grown).stream()
                            .collect(Collectors.toMap(HeapGrowth::className, Function.identity()));
            removeFirst();
            return compared;
        } catch (ScupperException e) {
            failure = Optional.of("%s The dumps are kept: %s and %s."
                    .formatted(e.getMessage(), explanation.before(), explanation.after()));
            return Map.of();
        }
    }

    /** One is enough for whoever wants to look for more. */
    private void removeFirst() {
        try {
            Files.deleteIfExists(explanation.before());
        } catch (IOException e) {
            failure = Optional.of("The dump '%s' cannot be removed: %s.".formatted(explanation.before(), e));
        }
    }

    /** Returns what went wrong, in a sentence. */
    Optional<String> failure() {
        return failure;
    }

    private void take(Path file) {
        try {
            Files.createDirectories(explanation.dumps());
            agent.dump(file, explanation.mostDumpBytes());
        } catch (IOException e) {
            failure = Optional.of(
                    "The folder '%s' for heap dumps cannot be made: %s. Is it writable and the disk not full?"
                            .formatted(explanation.dumps(), e));
        } catch (ScupperException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
