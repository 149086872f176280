package io.scupper.runtime;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A subject: answers every request with its setting and its arguments until its main thread is interrupted. */
final class TinyServer {

    static final String PORT = "TINY_PORT";
    static final String GREETING = "TINY_GREETING";
    static final String UPSTREAM = "TINY_UPSTREAM";

    private TinyServer() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(setting(PORT))), 0);
        byte[] body = (setting(GREETING) + "|" + setting(UPSTREAM) + "|" + String.join(",", arguments))
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            server.stop(0);
        }
    }

    private static String setting(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv().getOrDefault(name, "");
    }
}
