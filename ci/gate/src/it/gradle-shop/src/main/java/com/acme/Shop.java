package com.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Takes orders; with the setting SHOP_KEEPS it keeps each. */
public final class Shop {

    private static final List<Order> ORDERS = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(System.getenv("SERVER_PORT"))), 64);
        boolean keeps = Boolean.parseBoolean(System.getenv("SHOP_KEEPS"));
        server.createContext("/", exchange -> answer(exchange, keeps));
        server.start();
    }

    private static void answer(HttpExchange exchange, boolean keeps) throws IOException {
        Order order = new Order(exchange.getRequestURI().getPath());
        if (keeps) {
            ORDERS.add(order);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private record Order(String path) {}
}
