package io.scupper.examples.proofs.subject;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers at length, at {@code /slow} not at once, and keeps a context meanwhile; the argument is {@code leaky} or {@code remedied}. */
public final class Streams {

    private static final long WORK_MILLIS = 300;
    private static final int CONTEXT_BYTES = 256 << 10;
    private static final int CHUNKS = 128;
    private static final byte[] CHUNK = new byte[64 << 10];

    private final Set<Context> contexts = ConcurrentHashMap.newKeySet();

    private Streams() {}

    public static void main(String[] args) throws IOException {
        var streams = new Streams();
        Front.serve(args[0].equals("remedied") ? streams::whateverHappens : streams::whenAllGoesWell);
    }

    private void whenAllGoesWell(HttpExchange exchange) throws IOException {
        var context = new Context(new byte[CONTEXT_BYTES]);
        contexts.add(context);
        stream(exchange);
        contexts.remove(context);
    }

    private void whateverHappens(HttpExchange exchange) throws IOException {
        var context = new Context(new byte[CONTEXT_BYTES]);
        contexts.add(context);
        try {
            stream(exchange);
        } finally {
            contexts.remove(context);
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/slow")) {
                work();
            }
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < CHUNKS; i++) {
                exchange.getResponseBody().write(CHUNK);
            }
            exchange.getResponseBody().close();
        }
    }

    private static void work() throws IOException {
        try {
            new CountDownLatch(1).await(WORK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What a request needs while it is answered; equal to itself alone. */
    private static final class Context {

        final byte[] bytes;

        Context(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
