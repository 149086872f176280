package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.util.concurrent.CountDownLatch;

/** A thread per report, which waits to be told that it may go. One that nobody tells waits for ever. */
public final class ParkedThread implements Habit {

    @Override
    public Taken take(long operation) {
        var done = new CountDownLatch(1);
        var thread = new Thread(() -> await(done), "report-" + operation);
        thread.setDaemon(true);
        thread.start();
        return () -> {
            done.countDown();
            thread.join();
        };
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
