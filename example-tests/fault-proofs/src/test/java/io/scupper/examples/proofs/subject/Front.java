package io.scupper.examples.proofs.subject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The HTTP side of every subject: it is ready at {@code /} and does its work at {@code /work}. */
final class Front {

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
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        boolean everywhere = System.getenv("SERVER_EVERYWHERE") != null;
        HttpServer server = everywhere ? HttpServer.create(new InetSocketAddress(port), 64) : server(port);
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/work", work);
        server.start();
    }

    /** Starts another server in this JVM, for the subject to call. */
    static URI upstream() throws IOException {
        HttpServer server = server(0);
        server.createContext("/", exchange -> answer(exchange, 200, "42"));
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/price");
    }

    private static HttpServer server(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
