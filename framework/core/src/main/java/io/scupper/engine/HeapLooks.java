package io.scupper.engine;

import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is live while operations run: each look is a full collection and the class histogram that goes with it, so that no
 * garbage is counted, however large the heap may be. A peak that falls between two looks is not seen, so what is told is what was at
 * least live.
 */
final class HeapLooks implements AutoCloseable {

    private static final long LEAST_PAUSE_MILLIS = 20;

    private final AgentLink agent;
    private final Looks looks;
    private volatile int count;
    private volatile long usedBytes;
    private volatile @Nullable Snapshot highest;

    /** Begins to look. */
    @SuppressWarnings("this-escape")
    HeapLooks(AgentLink agent, Pace pace) {
        this.agent = agent;
        this.looks = new Looks("scupper-heap-looks", this::look, LEAST_PAUSE_MILLIS, pace);
    }

    /** Ends looking, and waits for the last look to end, which is bounded as all answers of the agent are. */
    @Override
    public void close() {
        looks.close();
    }

    /** Returns how often it has looked. */
    int count() {
        return count;
    }

    /** Returns the most that was called used just before a look. */
    long usedBytes() {
        return usedBytes;
    }

    /**
     * Returns the look at which most was live; empty if there was none.
     *
     * @throws ScupperException if a look failed
     */
    Optional<Snapshot> highest() {
        looks.requireSuccess();
        return Optional.ofNullable(highest);
    }

    private void look() {
        usedBytes = Math.max(usedBytes, agent.peek().heap().usedBytes());
        keep(agent.collect());
    }

    /** A look that ends after the operations do does no harm: less is live then. */
    private void keep(Snapshot look) {
        Snapshot before = highest;
        if (before == null || look.heap().liveBytes() > before.heap().liveBytes()) {
            highest = look;
        }
        count = count + 1;
    }
}
