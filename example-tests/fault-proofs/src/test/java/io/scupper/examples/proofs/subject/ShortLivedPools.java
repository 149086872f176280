package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts threads for each request and ends them again: those of the kind that its argument names. */
public final class ShortLivedPools {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private ShortLivedPools() {}

    public static void main(String[] args) throws IOException {
        Front.serve(args[0].equals("timer") ? ShortLivedPools::timer : ShortLivedPools::executor);
    }

    private static String executor() throws Exception {
        var pool = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker-" + COUNT.incrementAndGet()));
        String report = pool.submit(() -> "report").get();
        pool.shutdown();
        pool.awaitTermination(50, TimeUnit.MILLISECONDS);
        return report;
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
