package io.scupper.examples.causes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The HTTP side of the subjects: ready at {@code /}, and eight threads that stay, which a budget on allocations before Java 21 needs. */
public final class Front {

    private static final int THREADS = 8;

    private Front() {}

    /** Serves one path until the process ends. */
    public static void serve(String path, HttpHandler work) throws IOException {
        // On all interfaces: a container is called from outside.
        HttpServer server =
                HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("SERVER_PORT"))), 64);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext(path, exchange -> {
            try (exchange) {
                work.handle(exchange);
            }
        });
        server.start();
    }

    /** Answers with a text. */
    public static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
