package io.scupper.examples.proofs.subject;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves one request at a time, each for a while, and turns away whoever comes meanwhile. The argument is {@code leaky}, which
 * means to come back to those and never does, or {@code remedied}.
 */
public final class Rush {

    private static final long WORK_MILLIS = 100;
    private static final int ORDER_BYTES = 32 << 10;
    private static final long IDLE_MILLIS = 500;

    private final Semaphore counter = new Semaphore(1);
    private final Queue<Postponed> postponed = new ConcurrentLinkedQueue<>();
    private final boolean remedied;

    private Rush(boolean remedied) {
        this.remedied = remedied;
    }

    public static void main(String[] args) throws IOException {
        var rush = new Rush(args[0].equals("remedied"));
        var threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>());
        Front.serve(rush::serve, threads);
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (!counter.tryAcquire()) {
            if (!remedied) {
                postponed.add(new Postponed(new byte[ORDER_BYTES]));
            }
            Front.answer(exchange, 503, "too many");
            return;
        }
        try {
            // The work itself: while it lasts, whoever else comes is turned away.
            TimeUnit.MILLISECONDS.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            counter.release();
        }
        Front.answer(exchange, 200, "done");
    }

    /** An order that was turned away; equal to itself alone. */
    private static final class Postponed {

        final byte[] order;

        Postponed(byte[] order) {
            this.order = order;
        }
    }
}
