package io.scupper.examples.orders;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has reports computed by worker threads: 8 of them, 64 reports waiting, and no more. */
final class Reports {

    static final int WORKERS = 8;
    static final int WAITING = 64;

    private final ThreadPoolExecutor workers = Threads.started(new ThreadPoolExecutor(
            WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Threads.named("worker")));
    private final Duration timeout;

    Reports(Duration timeout) {
        this.timeout = timeout;
    }

    /** Computes a report and waits for it, up to the timeout. Is rejected when too many wait already. */
    String run(Callable<String> task) throws ExecutionException, InterruptedException, TimeoutException {
        Future<String> report = workers.submit(task);
        try {
            return report.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Nobody waits any more: a task that is still running is interrupted, one that has not begun never will.
            report.cancel(true);
        }
    }

    int running() {
        return workers.getActiveCount();
    }

    void close() {
        Threads.stop(workers);
    }
}
