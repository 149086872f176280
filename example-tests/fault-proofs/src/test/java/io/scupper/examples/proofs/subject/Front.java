package io.scupper.examples.proofs.subject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The HTTP side of every subject: it is ready at {@code /} and does its work at {@code /work}. */
final class Front {

    private static final int LARGE = 256 << 10;

    private Front() {}

    /** What a request sets off; the answer is 503 if it throws. */
    interface Work {
        String run() throws Exception;
    }

    /** Serves until the process ends, one request at a time. */
    static void serve(Work work) throws IOException {
        serve(exchange -> {
            try {
                answer(exchange, 200, work.run());
            } catch (Exception e) {
                answer(exchange, 503, e.toString());
            }
        });
    }

    /** Serves until the process ends, one request at a time. */
    static void serve(HttpHandler work) throws IOException {
        serve(work, Runnable::run);
    }

    /** Serves until the process ends, each request by these threads. */
    static void serve(HttpHandler work, Executor threads) throws IOException {
        // On all interfaces: a container is called from outside.
        HttpServer server =
                HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("SERVER_PORT"))), 64);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/work", work);
        server.start();
    }

    /** Starts another server in this JVM, for the subject to call. */
    static URI upstream() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> answer(exchange, 200, "42"));
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/price");
    }

    /** Starts one whose answers fill any buffer, each on a thread of its own, for it may not end until the subject reads. */
    static URI upstreamOfLargeBodies() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> answer(exchange, 200, "42".repeat(LARGE)));
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/prices");
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
