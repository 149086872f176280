package io.scupper.examples.orders;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The service's threads: named, daemons, started in advance so that their number is the same from the first request on. */
final class Threads {

    private static final long STOP_SECONDS = 2;

    private Threads() {}

    /** Names threads {@code orders-<role>-1}, {@code orders-<role>-2} and so on. */
    static ThreadFactory named(String role) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "orders-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One thread for timeouts, which forgets a timeout as soon as it is cancelled. */
    static ScheduledThreadPoolExecutor timer(String role) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named(role));
        timer.setRemoveOnCancelPolicy(true);
        timer.prestartAllCoreThreads();
        return timer;
    }

    static ThreadPoolExecutor started(ThreadPoolExecutor executor) {
        executor.prestartAllCoreThreads();
        return executor;
    }

    /** Interrupts the threads and waits for them, at most 2 s. */
    static void stop(ExecutorService executor) {
        executor.shutdownNow();
        try {
            executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
