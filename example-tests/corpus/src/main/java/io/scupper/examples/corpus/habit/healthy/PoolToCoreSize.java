package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool that starts one more thread for each task until it has its core size, idle threads or not; as the JDK's do. */
public final class PoolToCoreSize implements Habit {

    private final ThreadPoolExecutor pool;
    private final int every;

    /** Makes a pool of this core size, which gets a task at every so many operations. */
    public PoolToCoreSize(int core, int every) {
        this.every = every;
        this.pool = new ThreadPoolExecutor(
                core, core, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Daemons.named("pool"));
    }

    @Override
    public Taken take(long operation) {
        if (operation % every == 0) {
            pool.execute(Thread::yield);
        }
        return NOTHING;
    }
}
