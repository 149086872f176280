package io.scupper.runtime;

import io.scupper.spi.Deadline;
import java.time.Duration;

/** A wait while something is taken down: bounded, and carried on when the thread is interrupted. */
@FunctionalInterface
interface BoundedWait {

    /** Waits once, for so many milliseconds at the most, and tells whether it has come. */
    boolean await(long millis) throws InterruptedException;

    /**
     * Waits although the thread is or gets interrupted, which a timed-out test always is: what was started must not be left
     * behind because of it. The interruption is kept for the caller.
     *
     * @return whether it has come within {@code bound}
     */
    static boolean within(Duration bound, BoundedWait wait) {
        Deadline deadline = Deadline.in(bound);
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return wait.await(deadline.remaining().toMillis() + 1);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
