package com.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Leaks that have to do with threads. */
final class Pools {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Pools() {}

    static void await() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class Mail implements Runnable {
        @Override
        public void run() {
            await();
        }
    }

    /** One thread that never gets on, and a queue without a bound. */
    static final class Mailer {
        static final Mailer INSTANCE = new Mailer();
        private final ExecutorService executor = Executors.newFixedThreadPool(1, task -> daemon(task, "mailer-1"));

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                INSTANCE.executor.execute(new Mail());
            }
        }
    }

    static final class Context {}

    static final class Stale {}

    /** What a thread of a pool keeps: a list that grows, and thread locals that nobody removes. */
    static final class Tenants {
        static final ThreadLocal<List<Context>> CONTEXTS = ThreadLocal.withInitial(ArrayList::new);
        private static final ExecutorService POOL = Executors.newFixedThreadPool(1, task -> daemon(task, "tenant-7"));
        static final List<ThreadLocal<Stale>> LOCALS = new ArrayList<>();

        static void round(int from, int to) throws Exception {
            POOL.submit(() -> {
                        for (int i = from; i < to; i++) {
                            CONTEXTS.get().add(new Context());
                            var local = new ThreadLocal<Stale>();
                            local.set(new Stale());
                            LOCALS.add(local);
                        }
                    })
                    .get();
        }
    }

    static final class Parked implements Runnable {
        @Override
        public void run() {
            await();
        }
    }

    /** Threads that nobody ends. */
    static final class Watchers {
        static int started;

        static void round(int from, int to) {
            for (int i = 0; i < 5; i++) {
                daemon(new Parked(), "watcher-" + ++started).start();
            }
        }
    }

    static final class Job {}

    /** A list that is only in a local variable. */
    static final class Worker implements Runnable {
        private int asked;
        private int done;

        @Override
        public void run() {
            work(new ArrayList<>());
        }

        private synchronized void work(List<Job> jobs) {
            while (true) {
                while (done < asked) {
                    jobs.add(new Job());
                    done++;
                }
                notifyAll();
                try {
                    wait();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        synchronized void round(int from, int to) throws InterruptedException {
            asked = to;
            while (done < asked) {
                notifyAll();
                wait(10);
            }
        }
    }

    static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
