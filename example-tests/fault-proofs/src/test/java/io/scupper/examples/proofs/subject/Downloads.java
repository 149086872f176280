package io.scupper.examples.proofs.subject;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers with 8 MiB, or at {@code POST} reads what comes, each request by a thread of its own. How long a response or a
 * request may take is the server's business: {@code sun.net.httpserver.maxRspTime} and {@code maxReqTime}.
 */
public final class Downloads {

    private static final int CHUNKS = 128;
    private static final byte[] CHUNK = new byte[64 << 10];
    private static final long IDLE_MILLIS = 500;

    private Downloads() {}

    public static void main(String[] args) throws IOException {
        var count = new AtomicInteger();
        var workers = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                    return new Thread(task, "worker-" + count.incrementAndGet());
                });
        Front.serve(Downloads::serve, workers);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getRequestBody().readAllBytes();
            }
            exchange.sendResponseHeaders(200, (long) CHUNKS * CHUNK.length);
            for (int i = 0; i < CHUNKS; i++) {
                exchange.getResponseBody().write(CHUNK);
            }
        }
    }
}
