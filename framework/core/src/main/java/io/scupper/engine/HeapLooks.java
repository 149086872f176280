package io.scupper.engine;

import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is live while operations run, from a thread of its own: each look is a full collection and the class histogram that
 * goes with it, so that no garbage is counted, however large the heap may be. Between two looks the subject is left alone for as long
 * as the look took. A peak that falls between two looks is not seen, so what is told is what was at least live.
 */
final class HeapLooks implements AutoCloseable {

    private static final long LEAST_PAUSE_MILLIS = 20;

    private final AgentLink agent;
    private final Pace pace;
    private final Thread thread;
    private volatile boolean over;
    private volatile int count;
    private volatile long usedBytes;
    private volatile @Nullable Snapshot highest;
    private volatile @Nullable ScupperException failure;

    HeapLooks(AgentLink agent, Pace pace) {
        this.agent = agent;
        this.pace = pace;
        this.thread = new Thread(this::look, "scupper-heap-looks");
        thread.setDaemon(true);
    }

    /** Begins to look. */
    void begin() {
        thread.start();
    }

    /** Ends looking, and waits for the last look to end, which is bounded as all answers of the agent are. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
        ScupperException failed = failure;
        if (failed != null) {
            throw failed;
        }
        return Optional.ofNullable(highest);
    }

    private void look() {
        try {
            while (!over) {
                long begun = pace.nanos();
                usedBytes = Math.max(usedBytes, agent.peek().heap().usedBytes());
                keep(agent.collect());
                pace.pause(Math.max(LEAST_PAUSE_MILLIS, TimeUnit.NANOSECONDS.toMillis(pace.nanos() - begun)));
            }
        } catch (ScupperException e) {
            failure = e;
        } catch (InterruptedException e) {
            // Nobody but the end of the process interrupts this thread.
            Thread.currentThread().interrupt();
        }
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
