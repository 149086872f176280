package io.scupper.engine;

import io.scupper.model.Finding;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.model.ThreadStack;
import io.scupper.spi.AgentLink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The threads, or goroutines, that came in one round and stayed, with what they wait for. What goes wrong is remembered and not thrown. Asks for
 * virtual threads only where those have grown.
 */
final class StayedThreads {

    private final AgentLink agent;
    private final boolean ofThePlatform;
    private final boolean virtual;
    private Set<Long> before = Set.of();
    private List<ThreadStack> stayed = List.of();
    private Optional<String> failure = Optional.empty();

    StayedThreads(AgentLink agent, List<Finding> leaks) {
        this.agent = agent;
        this.ofThePlatform = leaks.stream()
                .map(leak -> leak.name().replaceAll("[: ].*", ""))
                .anyMatch(probe -> probe.equals("threads") || probe.equals(Resource.GOROUTINES));
        this.virtual = leaks.stream().anyMatch(leak -> leak.name().equals("tasks:virtual threads"));
    }

    /** Sees which are there before the round. */
    void readBefore() {
        before = read().stream().map(ThreadStack::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** Sees which others are there after it. */
    void readAfter() {
        List<ThreadStack> after = read();
        if (failure.isEmpty()) {
            stayed = after.stream()
                    .filter(thread -> !before.contains(thread.id()))
                    .toList();
        }
    }

    List<ThreadStack> stayed() {
        return stayed;
    }

    /** Returns what went wrong first, in a sentence. */
    Optional<String> failure() {
        return failure;
    }

    private List<ThreadStack> read() {
        var threads = new ArrayList<ThreadStack>();
        try {
            if (ofThePlatform) {
                threads.addAll(agent.threads());
            }
            if (virtual) {
                threads.addAll(agent.virtualThreads());
            }
        } catch (ScupperException e) {
            failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
        }
        return threads;
    }
}
