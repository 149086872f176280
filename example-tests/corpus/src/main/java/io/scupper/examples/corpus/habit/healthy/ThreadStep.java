package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Starts a pool once, in the middle of the rounds, all threads at a time. */
public final class ThreadStep implements Habit {

    private final ThreadPoolExecutor pool;
    private final long at;

    /** Makes one that starts so many threads at this operation. */
    public ThreadStep(long at, int threads) {
        this.at = at;
        this.pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("late"));
    }

    @Override
    public Taken take(long operation) {
        if (operation == at) {
            pool.prestartAllCoreThreads();
        }
        return NOTHING;
    }
}
