package io.scupper.examples.realleaks.drivers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The HTTP side of every driver: it is ready at {@code /} and does its work at {@code /work}. */
final class Front {

    private Front() {}

    /** What a user of the library does once. */
    interface Work {
        void run() throws Exception;
    }

    /** Serves until the process ends, one request at a time and all on one thread; answers 503 if the work throws. */
    static void serve(Work work) throws IOException {
        HttpServer server = server(Integer.parseInt(System.getenv("SERVER_PORT")));
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/work", exchange -> {
            try {
                work.run();
                answer(exchange, 200, "done");
            } catch (Exception e) {
                answer(exchange, 503, e.toString());
            }
        });
        server.start();
    }

    /** Starts another server in this JVM, for the library to call; returns its address, without a path. */
    static String upstream(HttpHandler handler) throws IOException {
        HttpServer server = server(0);
        server.createContext("/", handler);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends the whole answer. */
    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static HttpServer server(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    }
}
