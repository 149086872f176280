package io.scupper.example.greeter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A small service to be put into containers. Needs nothing but the JDK, so that its one class makes a jar. It lives among
 * the examples because the agent does not count what is Scupper's own.
 */
public final class Greeter {

    private final HttpServer server;
    private final String arguments;

    private Greeter(HttpServer server, List<String> arguments) {
        this.server = server;
        this.arguments = String.join(" ", arguments);
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("Greeter starts.");
        if (System.getenv("GREETER_DIES") != null) {
            System.out.println("Greeter finds no greetings.");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080"));
        var greeter = new Greeter(HttpServer.create(new InetSocketAddress(port), 0), List.of(arguments));
        greeter.start();
    }

    private void start() {
        server.createContext(
                "/health", exchange -> answer(exchange, System.getenv("GREETER_SICK") == null ? 200 : 503, ""));
        server.createContext("/hold", exchange -> answer(exchange, 200, hold()));
        server.createContext("/arguments", exchange -> answer(exchange, 200, arguments));
        server.createContext("/options", exchange -> answer(exchange, 200, options()));
        server.createContext("/setting", exchange -> answer(exchange, 200, System.getenv(query(exchange))));
        server.createContext("/property", exchange -> answer(exchange, 200, System.getProperty(query(exchange))));
        server.createContext("/redis", exchange -> answer(exchange, 200, ping()));
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
    }

    private static String hold() {
        new Thread(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "held")
                .start();
        return "held";
    }

    private static String options() {
        return String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private static String query(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery();
    }

    private static String ping() {
        URI redis = URI.create(System.getenv("REDIS_URL"));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.getHost(), redis.getPort()), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
