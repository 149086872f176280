package io.scupper.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what was put up, in reverse order and all of it, whatever fails on the way and although the thread is
 * interrupted, which that of a timed-out test always is. Closing it again does nothing. May be used by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Teardown implements AutoCloseable {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Adds the step that takes down what has just been put up. */
    public synchronized void add(Runnable step) {
        steps.push(step);
    }

    /**
     * Runs every step.
     *
     * @throws RuntimeException the first failure, with the later ones suppressed in it; all steps have been run then
     */
    @Override
    public void close() {
        RuntimeException failure = runAll();
        if (failure != null) {
            throw failure;
        }
    }

    /** Runs every step because of {@code cause}, which takes up what fails on the way. */
    public void closeBecauseOf(Throwable cause) {
        RuntimeException failure = runAll();
        if (failure != null) {
            cause.addSuppressed(failure);
        }
    }

    private synchronized @Nullable RuntimeException runAll() {
        boolean interrupted = Thread.interrupted();
        RuntimeException failure = null;
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failure = joined(failure, e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failure;
    }

    private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
