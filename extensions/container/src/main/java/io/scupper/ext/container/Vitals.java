package io.scupper.ext.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import io.scupper.model.ScupperException;
import java.time.Duration;
import java.util.Optional;

/** Whether a container lives, and of what it died if it does not. Safe for use by several threads. */
final class Vitals {

    /** An inspection takes 2 to 3 ms, and a test asks between operations. */
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;

    private final Engine engine;
    private final String name;
    private final String containerId;
    private volatile long seenAliveNanos;

    /**
     * Looks after a container.
     *
     * @param name for messages
     */
    Vitals(Engine engine, String name, String containerId) {
        this.engine = engine;
        this.name = name;
        this.containerId = containerId;
        this.seenAliveNanos = System.nanoTime() - FRESH_NANOS;
    }

    String name() {
        return name;
    }

    /**
     * Makes sure that it has lived within the last 200 ms; cheap enough to be called at any rate.
     *
     * @throws ScupperException if it has ended, with its exit code and its last lines
     */
    void requireAlive() {
        if (System.nanoTime() - seenAliveNanos >= FRESH_NANOS) {
            requireAliveNow();
        }
    }

    /**
     * Makes sure that it lives now.
     *
     * @throws ScupperException if it has ended, with its exit code and its last lines, and if the engine does not answer
     */
    void requireAliveNow() {
        ending().ifPresent(ending -> {
            throw new ScupperException("%s has ended with %s.%s".formatted(name, ending, lastLines()));
        });
        seenAliveNanos = System.nanoTime();
    }

    /** Looks now, and returns what it has ended with, in words; empty if it lives. */
    Optional<String> ending() {
        try {
            ContainerState state =
                    engine.client().inspectContainerCmd(containerId).exec().getState();
            return Boolean.TRUE.equals(state.getRunning()) ? Optional.empty() : Optional.of(ending(state));
        } catch (NotFoundException e) {
            return Optional.of("its container removed");
        } catch (RuntimeException e) {
            throw new ScupperException(
                    "Whether %s still runs cannot be told, because the container engine does not answer: %s."
                            .formatted(name, Causes.deepest(e)),
                    e);
        }
    }

    /** Returns a sentence with the last lines that it printed, for the end of a message. Never throws. */
    String lastLines() {
        return LastLines.of(engine, containerId);
    }

    private static String ending(ContainerState state) {
        Long exitCode = state.getExitCodeLong();
        long code = exitCode == null ? -1 : exitCode;
        String error = state.getError() == null ? "" : state.getError();
        return "exit code " + code + (error.isBlank() ? meaning(code, state) : " (" + error.strip() + ")");
    }

    private static String meaning(long code, ContainerState state) {
        if (Boolean.TRUE.equals(state.getOOMKilled())) {
            return " (OOMKilled: its processes took more memory than the container may have)";
        }
        if (code == KILLED) {
            return " (killed from outside, or by an engine short of memory)";
        }
        return code == TERMINATED ? " (asked to end from outside)" : "";
    }
}
