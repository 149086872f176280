package io.scupper.fault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends several requests at the same time and waits for all of them. The first goes out on the calling thread; the others
 * on daemon threads that stay until close, so that their number is the same from warm-up on.
 */
final class Volley implements AutoCloseable {

    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, Long.MAX_VALUE, TimeUnit.NANOSECONDS, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "scupper-traffic-" + (started.size() + 1));
                thread.setDaemon(true);
                started.add(thread);
                return thread;
            });

    /** One request. */
    interface Shot {
        void send() throws IOException;
    }

    /**
     * Sends.
     *
     * @throws IOException if one or more of them failed; all have come to an end then
     */
    void send(int count, Shot shot) throws IOException {
        var others = new ArrayList<Future<?>>();
        for (int i = 1; i < count; i++) {
            others.add(threads.submit(() -> {
                shot.send();
                return null;
            }));
        }
        var failures = new ArrayList<IOException>();
        try {
            shot.send();
        } catch (IOException e) {
            failures.add(e);
        }
        others.forEach(other -> await(other, others, failures));
        throwAny(failures, count);
    }

    private static void await(Future<?> shot, List<Future<?>> all, List<IOException> failures) {
        try {
            shot.get();
        } catch (ExecutionException e) {
            failures.add(e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        } catch (InterruptedException e) {
            all.forEach(each -> each.cancel(true));
            failures.add(new InterruptedIOException("The thread that sends was interrupted."));
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.CancellationException e) {
            // Was cancelled above, for the reason that is recorded already.
        }
    }

    private static void throwAny(List<IOException> failures, int count) throws IOException {
        if (failures.isEmpty()) {
            return;
        }
        IOException first = failures.get(0);
        if (count == 1) {
            throw first;
        }
        var all = new IOException(
                "%d of %d requests at the same time missed, the first because: %s"
                        .formatted(failures.size(), count, first.getMessage()),
                first);
        failures.subList(1, failures.size()).forEach(all::addSuppressed);
        throw all;
    }

    /** Ends what is under way and waits for the threads, at most 2 s. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            for (Thread thread : started) {
                // The executor says that it has terminated a moment before its last thread has.
                TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
