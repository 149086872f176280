package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Leaves something waiting for each request: of the kind that its argument names. */
public final class Waiting {

    private static final List<Object> KEPT = new ArrayList<>();

    private Waiting() {}

    public static void main(String[] args) throws IOException {
        Front.serve(
                switch (args[0]) {
                    case "tasks" -> tasks();
                    case "idle-pools" -> Waiting::idlePool;
                    case "virtual" -> Waiting::virtualThread;
                    case "subscribers" -> subscribers(URI.create(System.getenv("REDIS_URL")));
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    /** One pool for all, whose tasks never end. */
    private static Front.Work tasks() {
        var count = new AtomicInteger();
        ExecutorService reports =
                Executors.newCachedThreadPool(task -> daemon(task, "report-" + count.incrementAndGet()));
        return () -> {
            submit(reports);
            return "";
        };
    }

    private static void submit(ExecutorService reports) {
        reports.submit(Waiting::awaitNobody);
    }

    private static Void awaitNobody() throws InterruptedException {
        new CountDownLatch(1).await();
        return null;
    }

    /** A pool for each request, with nothing left to do. */
    private static String idlePool() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1, task -> daemon(task, "idle-1"));
        return pool.submit(() -> "done").get();
    }

    /** By name, since these classes are compiled for a Java without them. */
    private static String virtualThread() throws Exception {
        Runnable waiting = Waiting::awaitNobodyUnchecked;
        KEPT.add(Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, waiting));
        return "";
    }

    private static void awaitNobodyUnchecked() {
        try {
            awaitNobody();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A subscriber for each request, which reads nothing. */
    private static Front.Work subscribers(URI redis) {
        return () -> {
            KEPT.add(subscriber(redis));
            return "";
        };
    }

    private static Socket subscriber(URI redis) {
        try {
            var socket = new Socket(redis.getHost(), redis.getPort());
            socket.getOutputStream().write("CLIENT SETNAME prices-1\r\nSUBSCRIBE prices\r\n".getBytes());
            socket.getInputStream().read();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
