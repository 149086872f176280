package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts threads for each request and ends them again: those of the kind that its argument names. */
public final class ShortLivedPools {

    private static final long IDLE_MILLIS = 400;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private ShortLivedPools() {}

    public static void main(String[] args) throws IOException {
        Front.serve(
                switch (args[0]) {
                    case "executor" -> ShortLivedPools::executor;
                    case "timer" -> ShortLivedPools::timer;
                    case "fork-join" -> () -> forkJoin(TimeUnit.HOURS.toMillis(1));
                    case "fork-join-impatient" -> () -> forkJoin(IDLE_MILLIS);
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    private static String executor() throws Exception {
        var pool = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker-" + COUNT.incrementAndGet()));
        String report = pool.submit(() -> "report").get();
        pool.shutdown();
        pool.awaitTermination(50, TimeUnit.MILLISECONDS);
        return report;
    }

    private static String forkJoin(long idleMillis) throws Exception {
        var pool = new ForkJoinPool(
                1, ShortLivedPools::worker, null, false, 1, 1, 0, null, idleMillis, TimeUnit.MILLISECONDS);
        String report = pool.submit(() -> "report").get();
        pool.shutdown();
        pool.awaitTermination(50, TimeUnit.MILLISECONDS);
        return report;
    }

    private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
        var worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        worker.setName("worker-" + COUNT.incrementAndGet());
        return worker;
    }

    private static String timer() throws Exception {
        var timer = new Timer("worker-" + COUNT.incrementAndGet());
        var report = new CompletableFuture<String>();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        report.complete("report");
                    }
                },
                0,
                TimeUnit.HOURS.toMillis(1));
        String written = report.get();
        timer.cancel();
        return written;
    }
}
