package io.scupper.examples.causes;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The HTTP side of every subject: it is ready at {@code /}, and does its work at {@code /work} and below. */
public final class WorkServer {

    private static final int BACKLOG = 64;

    private WorkServer() {}

    /** What a request sets off. */
    @FunctionalInterface
    public interface Work {

        /**
         * Returns the answer; it is 503 if this throws.
         *
         * @param key the last part of the path, such as {@code 42} of {@code /work/42}
         */
        String run(String key) throws Exception;
    }

    /** Tells which of the two a subject is to be. */
    public static boolean isRemedied(String[] args) {
        return args[0].equals("remedied");
    }

    /** Serves until the process ends, one request at a time. */
    public static void serve(Work work) throws IOException {
        serve(exchange -> {
            String path = exchange.getRequestURI().getPath();
            try {
                answer(exchange, 200, work.run(path.substring(path.lastIndexOf('/') + 1)));
            } catch (Exception e) {
                answer(exchange, 503, e.toString());
            }
        });
    }

    /** Serves until the process ends, one request at a time, through these filters. */
    public static void serve(HttpHandler work, Filter... filters) throws IOException {
        serve(Runnable::run, work, filters);
    }

    /** Serves until the process ends, so many requests at once, in threads that stay. */
    public static void serve(int atOnce, HttpHandler work) throws IOException {
        serve(Executors.newFixedThreadPool(atOnce), work);
    }

    private static void serve(Executor threads, HttpHandler work, Filter... filters) throws IOException {
        // On all interfaces: a container is called from outside.
        HttpServer server =
                HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("SERVER_PORT"))), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/work", work).getFilters().addAll(List.of(filters));
        server.start();
    }

    /** Answers with a text, which ends the exchange. */
    public static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
