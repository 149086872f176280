package io.scupper.junit;

import io.scupper.model.ScupperException;
import io.scupper.spi.Deadline;
import io.scupper.spi.RunningSubject;
import java.time.Duration;

/**
 * Says that the subject has ended, where an experiment failed because of that. Whatever is cut off by its end fails first,
 * and with a message of its own: an operation, or a question to the agent.
 */
final class LastWords {

    /** A process is seen to have ended a moment after its connections are. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private LastWords() {}

    /** Returns how the subject has ended, with {@code failure} suppressed in it; {@code failure} itself if it lives. */
    static ScupperException of(RunningSubject subject, ScupperException failure) {
        Deadline deadline = Deadline.in(answers(subject) ? Duration.ZERO : ENDS_WITHIN);
        while (true) {
            try {
                subject.requireAlive();
            } catch (ScupperException ended) {
                return because(ended, failure);
            }
            if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
                return failure;
            }
            deadline.pause(subject.description());
        }
    }

    private static boolean answers(RunningSubject subject) {
        try {
            subject.agent().peek();
            return true;
        } catch (ScupperException e) {
            return false;
        }
    }

    private static ScupperException because(ScupperException ended, ScupperException failure) {
        if (String.valueOf(failure.getMessage()).equals(ended.getMessage())) {
            return failure;
        }
        ended.addSuppressed(failure);
        return ended;
    }
}
