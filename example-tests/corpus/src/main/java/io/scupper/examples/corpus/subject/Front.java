package io.scupper.examples.corpus.subject;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The HTTP side of a subject: it is ready at {@code /} and does its work at {@code /work}, one request at a time. */
final class Front {

    private long operations;
    private final Work work;

    private Front(Work work) {
        this.work = work;
    }

    /** What a request sets off; the answer is 503 if it throws. Operations are numbered from 0. */
    interface Work {
        void run(long operation) throws Exception;
    }

    /** Serves until the process ends. */
    static void serve(Work work) throws IOException {
        var front = new Front(work);
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.createContext("/", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/work", front::work);
        server.createContext("/dump", Front::dump);
        server.start();
    }

    private void work(HttpExchange exchange) throws IOException {
        try {
            work.run(operations++);
            answer(exchange, 200, "done");
        } catch (Exception e) {
            answer(exchange, 503, e.toString());
        }
    }

    /** Dumps what is live to the file that the query names. */
    private static void dump(HttpExchange exchange) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(exchange.getRequestURI().getQuery(), true);
        answer(exchange, 200, "dumped");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
