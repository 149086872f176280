package io.scupper.examples.causes.jsonexplosion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.io.InputStream;

/** Adds up the amounts in a list of bookings. */
public final class JsonExplosion {

    private static final String AMOUNT = "a";

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonExplosion() {}

    public static void main(String[] args) throws IOException {
        WorkServer.serve(WorkServer.isRemedied(args) ? JsonExplosion::ofStream : JsonExplosion::ofTree);
    }

    /** The explosion: a node, a map and its entries for each of a hundred thousand bookings. */
    private static void ofTree(HttpExchange exchange) throws IOException {
        long total = 0;
        for (JsonNode booking : JSON.readTree(exchange.getRequestBody())) {
            total += booking.path(AMOUNT).asLong();
        }
        WorkServer.answer(exchange, 200, Long.toString(total));
    }

    private static void ofStream(HttpExchange exchange) throws IOException {
        WorkServer.answer(exchange, 200, Long.toString(total(exchange.getRequestBody())));
    }

    // tag::remedy[]
    private static long total(InputStream body) throws IOException {
        long total = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && AMOUNT.equals(parser.currentName())) {
                    total += parser.getLongValue();
                }
            }
        }
        return total;
    }
    // end::remedy[]
}
