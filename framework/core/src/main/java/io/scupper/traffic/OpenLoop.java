package io.scupper.traffic;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at times that were fixed beforehand, whatever the answers do. What is late, because all senders still wait for
 * answers, is sent as soon as one is free: it is not left out, and nothing that comes later is moved. Its duration counts
 * from when it was due, so that a server which stops for a second is charged with all that should have been sent in that
 * second (Tene's coordinated omission). For one schedule at a time.
 */
public final class OpenLoop implements AutoCloseable {

    private final int senders;
    private final ThreadPoolExecutor threads;

    /** Starts so many senders, which stay until close: daemon threads, and so many requests can be under way. */
    public OpenLoop(int senders) {
        this.senders = senders;
        var number = new AtomicInteger();
        threads = new ThreadPoolExecutor(senders, senders, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "scupper-burst-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.prestartAllCoreThreads();
    }

    /** What is sent; it has to deal with its own failures. */
    public interface Shot {

        /** Sends the request of this number, from 0. */
        void send(int number);
    }

    /**
     * Sends by the schedule and waits for all answers.
     *
     * @param timings takes in how late each was begun, and how long after its time it was over
     * @throws InterruptedIOException if this thread was interrupted; what is under way is ended then
     */
    public void run(Schedule schedule, Shot shot, Timings timings) throws InterruptedIOException {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            all.add(threads.submit(() -> work(schedule, shot, timings, next, begin)));
        }
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            all.forEach(one -> one.cancel(true));
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread that waits for a burst was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sender of a burst failed.", e.getCause());
        }
    }

    private static void work(Schedule schedule, Shot shot, Timings timings, AtomicInteger next, long begin) {
        for (int i = next.getAndIncrement(); i < schedule.count(); i = next.getAndIncrement()) {
            long due = begin + schedule.dueNanos(i);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LockSupport.parkNanos(left);
            }
            long started = System.nanoTime();
            shot.send(i);
            timings.add(Duration.ofNanos(started - due), Duration.ofNanos(System.nanoTime() - due));
        }
    }

    /** Ends what is under way and waits for the senders, at most 2 s. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
