package io.scupper.examples.orders;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a request with a short JSON document and ends the exchange. */
final class Answers {

    private Answers() {}

    static void json(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void error(HttpExchange exchange, int status, String message) throws IOException {
        json(exchange, status, "{\"error\":\"" + message + "\"}");
    }
}
