package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Lets a task do its work, of the kind that its first argument names; the second is {@code leaky} or {@code remedied}. */
public final class Tasks {

    private static final long PATIENCE_MILLIS = 250;
    private static final long TOO_LONG_MILLIS = 500;
    private static final int THREADS = 4;
    private static final int MOST_THREADS = 100;
    private static final int CONTEXT_BYTES = 256 << 10;

    private Tasks() {}

    public static void main(String[] args) throws IOException {
        boolean remedied = args[1].equals("remedied");
        Front.serve(
                switch (args[0]) {
                    case "submit" -> submit(remedied);
                    case "supplyAsync" -> supplyAsync(remedied);
                    case "runAsync" -> runAsync(remedied);
                    case "watch" -> watch(remedied);
                    case "schedule" -> schedule(remedied);
                    case "forkJoin" -> forkJoin(remedied);
                    case "virtual" -> virtual(remedied);
                    case "confirm" -> confirm(remedied);
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    /** The remedy: who does not wait any longer cancels. */
    private static Front.Work submit(boolean remedied) {
        ExecutorService workers = remedied ? fewThreads() : manyThreads();
        return () -> report(workers, remedied);
    }

    /** The same on virtual threads, one for each task. The remedy ends them all, for a task that has not begun knows no thread. */
    private static Front.Work virtual(boolean remedied) {
        var workers = new AtomicReference<>(VirtualThreads.executor("worker-"));
        return () -> {
            try {
                return report(workers.get(), remedied);
            } catch (TimeoutException e) {
                if (remedied) {
                    workers.getAndSet(VirtualThreads.executor("worker-")).shutdownNow();
                }
                throw e;
            }
        };
    }

    private static String report(ExecutorService workers, boolean remedied) throws Exception {
        Future<String> report = workers.submit(() -> "report");
        try {
            return report.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (remedied) {
                report.cancel(true);
            }
            throw e;
        }
    }

    /** The remedy: who does not wait any longer ends the pool, for cancelling the task would interrupt nobody. */
    private static Front.Work forkJoin(boolean remedied) {
        var workers = new AtomicReference<ForkJoinPool>(forkJoinPool());
        return () -> {
            try {
                ForkJoinTask<String> report = ForkJoinTask.adapt(() -> "report");
                workers.get().execute(report);
                return report.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (remedied) {
                    workers.getAndSet(forkJoinPool()).shutdownNow();
                }
                throw e;
            }
        };
    }

    private static ForkJoinPool forkJoinPool() {
        var count = new AtomicInteger();
        return new ForkJoinPool(
                MOST_THREADS,
                pool -> {
                    var worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    worker.setName("worker-" + count.incrementAndGet());
                    return worker;
                },
                null,
                false,
                MOST_THREADS,
                MOST_THREADS,
                0,
                null,
                TOO_LONG_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Waits for a confirmation as long as a request lasts. The remedy: and not much longer. */
    private static Front.Work confirm(boolean remedied) {
        Set<Expiry> waiting = ConcurrentHashMap.newKeySet();
        return () -> {
            var expiry = new Expiry(new byte[CONTEXT_BYTES]);
            waiting.add(expiry);
            var confirmation = new CompletableFuture<String>();
            confirmation.whenComplete((text, failure) -> waiting.remove(expiry));
            if (remedied) {
                confirmation.orTimeout(TOO_LONG_MILLIS, TimeUnit.MILLISECONDS);
            }
            confirmation.cancel(true);
            return "done";
        };
    }

    private static Front.Work supplyAsync(boolean remedied) {
        ExecutorService workers = remedied ? fewThreads() : manyThreads();
        return () -> within(remedied, workers, worker -> CompletableFuture.supplyAsync(() -> "report", worker));
    }

    private static Front.Work runAsync(boolean remedied) {
        ExecutorService workers = remedied ? fewThreads() : manyThreads();
        return () -> within(
                remedied,
                workers,
                worker -> CompletableFuture.runAsync(Thread::yield, worker).thenApply(nothing -> "done"));
    }

    /** The remedy: who does not wait any longer interrupts the worker, for cancelling the future would not. */
    private static String within(boolean remedied, Executor workers, Function<Executor, CompletableFuture<String>> task)
            throws Exception {
        var worker = new AtomicReference<Thread>();
        CompletableFuture<String> report = task.apply(command -> workers.execute(() -> {
            worker.set(Thread.currentThread());
            command.run();
        }));
        try {
            return report.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (remedied) {
                worker.get().interrupt();
            }
            throw e;
        }
    }

    /** Watches something as long as a request lasts. The remedy: and not much longer. */
    private static Front.Work watch(boolean remedied) {
        ExecutorService workers = manyThreads();
        return () -> {
            var never = new CountDownLatch(1);
            Future<Boolean> watch = workers.submit(
                    () -> never.await(remedied ? TOO_LONG_MILLIS : Long.MAX_VALUE, TimeUnit.MILLISECONDS));
            watch.cancel(true);
            return "done";
        };
    }

    /** Sees to it that a request expires. The remedy: soon. */
    private static Front.Work schedule(boolean remedied) {
        var clock = new ScheduledThreadPoolExecutor(1, named());
        clock.setRemoveOnCancelPolicy(true);
        clock.prestartAllCoreThreads();
        return () -> {
            var expiry = new Expiry(new byte[CONTEXT_BYTES]);
            clock.schedule(expiry, remedied ? TOO_LONG_MILLIS : TimeUnit.HOURS.toMillis(1), TimeUnit.MILLISECONDS)
                    .cancel(false);
            return "done";
        };
    }

    private static ExecutorService manyThreads() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, TOO_LONG_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), named());
    }

    private static ExecutorService fewThreads() {
        var workers = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(THREADS), named());
        workers.prestartAllCoreThreads();
        return workers;
    }

    private static ThreadFactory named() {
        var count = new AtomicInteger();
        return task -> new Thread(task, "worker-" + count.incrementAndGet());
    }

    /** Ends a request that takes too long. */
    private record Expiry(byte[] context) implements Runnable {

        @Override
        public void run() {
            context[0]++;
        }
    }
}
