package io.scupper.example.subject;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Widgets that tasks of a pool keep, which others have submitted. */
final class FromTasks {

    private final List<Object> kept;

    FromTasks(List<Object> kept) {
        this.kept = kept;
    }

    /** Two tasks each, of which one submits the other. */
    Object keepFromTasks(int count) throws Exception {
        var pool = Executors.newFixedThreadPool(2, Leaks::daemon);
        for (int i = 0; i < count; i++) {
            submitToKeep(pool).get();
            pool.submit(() -> submitToKeep(pool).get()).get();
        }
        pool.shutdown();
        return kept.size();
    }

    Object keepFromTaskAfterTask(int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1, Leaks::daemon);
        var done = new CountDownLatch(1);
        pool.execute(() -> keepAndGoOn(pool, count, done));
        done.await();
        pool.shutdown();
        return count;
    }

    private void keepAndGoOn(ExecutorService pool, int left, CountDownLatch done) {
        kept.add(new Widget(left));
        if (left > 1) {
            pool.execute(() -> keepAndGoOn(pool, left - 1, done));
        } else {
            done.countDown();
        }
    }

    private Future<?> submitToKeep(ExecutorService pool) {
        return pool.submit(() -> kept.add(new Widget(0)));
    }
}
