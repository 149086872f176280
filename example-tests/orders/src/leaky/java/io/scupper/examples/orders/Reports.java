package io.scupper.examples.orders;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has reports computed by worker threads. */
final class Reports {

    // The first half of the mistake: there is always one more thread.
    private final ThreadPoolExecutor workers =
            (ThreadPoolExecutor) Executors.newCachedThreadPool(Threads.named("worker"));
    private final Duration timeout;

    Reports(Duration timeout) {
        this.timeout = timeout;
    }

    /** Computes a report and waits for it, up to the timeout. */
    String run(Callable<String> task) throws ExecutionException, InterruptedException, TimeoutException {
        Future<String> report = workers.submit(task);
        // The second half: when the wait ends in a timeout, the task goes on, for nobody.
        return report.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    int running() {
        return workers.getActiveCount();
    }

    void close() {
        Threads.stop(workers);
    }
}
