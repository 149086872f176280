package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool without a bound whose idle threads stay for a second: how many there are differs from moment to moment. */
public final class KeepAliveThreads implements Habit {

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Daemons.named("burst"));

    @Override
    public Taken take(long operation) {
        for (long task = operation % 4; task > 0; task--) {
            pool.execute(Thread::yield);
        }
        return NOTHING;
    }
}
