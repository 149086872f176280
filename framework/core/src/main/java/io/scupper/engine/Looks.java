package io.scupper.engine;

import io.scupper.model.ScupperException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the subject while operations run, again and again, from a thread of its own. Between two looks the subject is left alone for
 * as long as the look took.
 */
final class Looks implements AutoCloseable {

    private final Runnable look;
    private final long leastPauseMillis;
    private final Pace pace;
    private final Thread thread;
    private volatile boolean over;
    private volatile @Nullable ScupperException failure;

    /** Begins to look. What is thrown by a look ends looking; only {@link ScupperException} is expected. */
    Looks(String name, Runnable look, long leastPauseMillis, Pace pace) {
        this.look = look;
        this.leastPauseMillis = leastPauseMillis;
        this.pace = pace;
        this.thread = new Thread(this::lookAgainAndAgain, name);
        thread.setDaemon(true);
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

    /**
     * Makes sure that no look has failed.
     *
     * @throws ScupperException that the look threw
     */
    void requireSuccess() {
        ScupperException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void lookAgainAndAgain() {
        try {
            while (!over) {
                long begun = pace.nanos();
                look.run();
                pace.pause(Math.max(leastPauseMillis, TimeUnit.NANOSECONDS.toMillis(pace.nanos() - begun)));
            }
        } catch (ScupperException e) {
            failure = e;
        } catch (InterruptedException e) {
            // Nobody but the end of the process interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }
}
