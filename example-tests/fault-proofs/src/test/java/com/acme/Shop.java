package com.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A service that is sound as long as everything goes well, and leaks in a way of its own under each fault. */
public final class Shop {

    private static final int LARGE = 32 << 10;

    private final Baskets baskets = new Baskets();
    private final List<Letter> letters = new ArrayList<>();
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();

    private Shop() {}

    /** A large order that is kept. */
    private record Letter(byte[] text) {}

    /** A customer that is served, with what is remembered of him; not a value, for two may look the same. */
    private static final class Visit {

        final byte[] memory = new byte[LARGE];
    }

    public static void main(String[] arguments) throws IOException {
        var shop = new Shop();
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("SERVER_PORT"))),
                64);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", exchange -> answer(exchange, new byte[0]));
        server.createContext("/basket", shop::shop);
        server.createContext("/orders", shop::order);
        server.createContext("/film", shop::show);
        server.createContext("/parcel", shop::send);
        server.start();
    }

    private void shop(HttpExchange exchange) throws IOException {
        baskets.giveBack(baskets.lend());
        answer(exchange, new byte[0]);
    }

    private void order(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > LARGE) {
            synchronized (letters) {
                letters.add(new Letter(body));
            }
        }
        answer(exchange, new byte[0]);
    }

    /** Forgets the visit only if the customer stays until the end. */
    private void show(HttpExchange exchange) throws IOException {
        var visit = new Visit();
        visits.add(visit);
        answer(exchange, new byte[4 << 20]);
        visits.remove(visit);
    }

    private void send(HttpExchange exchange) throws IOException {
        var packer = new Thread(Shop::pack, "packer");
        packer.setDaemon(true);
        packer.start();
        answer(exchange, new byte[0]);
    }

    private static void pack() {
        Thread.onSpinWait();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
