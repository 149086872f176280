package io.scupper.example.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A service with one path for each verdict. It serves until its thread is interrupted. */
public final class Shop {

    /** After how many requests {@code /fitful} changes how much it keeps. */
    public static final int FIT = 20;

    private final List<Kept> kept = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    private Shop() {}

    /** What a request leaves behind. */
    private record Kept(int number) {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getProperty("SERVER_PORT", System.getenv("SERVER_PORT")));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var shop = new Shop();
        server.createContext("/", exchange -> answer(exchange, 200));
        server.createContext("/keep", shop::keep);
        server.createContext("/lend", shop::lend);
        server.createContext("/check", shop::check);
        server.createContext("/fitful", shop::fitful);
        server.createContext("/broken", exchange -> answer(exchange, 500));
        server.start();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            server.stop(0);
        }
    }

    private void keep(HttpExchange exchange) throws IOException {
        kept.add(new Kept(requests.incrementAndGet()));
        answer(exchange, 200);
    }

    /** Has a clerk until he is sent home, which is before the answer. */
    private void lend(HttpExchange exchange) throws IOException {
        Thread clerk = clerk();
        sendHome(clerk);
        receipt();
        answer(exchange, 200);
    }

    /** Has a clerk for good where the customer is not known, which he always is. */
    private void check(HttpExchange exchange) throws IOException {
        if (!isKnown()) {
            clerk();
        }
        receipt();
        answer(exchange, 200);
    }

    private static Thread clerk() {
        var clerk = new Thread(LockSupport::park, "clerk");
        clerk.setDaemon(true);
        clerk.start();
        return clerk;
    }

    private void sendHome(Thread clerk) {
        LockSupport.unpark(clerk);
    }

    private boolean isKnown() {
        return true;
    }

    /** Nothing comes of it, be it written or not. */
    private void receipt() {}

    private void fitful(HttpExchange exchange) throws IOException {
        int request = requests.getAndIncrement();
        boolean much = request / FIT % 2 == 0;
        for (int i = 0; i < (much ? 10 : request % 10 == 0 ? 1 : 0); i++) {
            kept.add(new Kept(request));
        }
        answer(exchange, 200);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
