package io.scupper.ext.container;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what was put up, in reverse order and all of it, whatever fails on the way and although the thread is
 * interrupted, which a timed-out test always is. Closing it again does nothing.
 */
final class Teardown implements AutoCloseable {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Adds the step that takes down what has just been put up. */
    synchronized void add(Runnable step) {
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
    void closeBecauseOf(Throwable cause) {
        RuntimeException failure = runAll();
        if (failure != null) {
            cause.addSuppressed(failure);
        }
    }

    private synchronized @Nullable RuntimeException runAll() {
        boolean interrupted = Thread.interrupted();
        RuntimeException first = null;
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            try {
                step.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return first;
    }
}
