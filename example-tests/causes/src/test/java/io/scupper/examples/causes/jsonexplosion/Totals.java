package io.scupper.examples.causes.jsonexplosion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.examples.causes.Front;
import java.io.IOException;
import java.io.InputStream;

/** Adds up the amounts in a list of bookings. Its first argument is the build: {@code leaky} or {@code remedied}. */
public final class Totals {

    private static final String AMOUNT = "a";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Totals() {}

    public static void main(String[] args) throws IOException {
        boolean leaky = args[0].equals("leaky");
        Front.serve("/totals", exchange -> {
            InputStream body = exchange.getRequestBody();
            long total = leaky ? ofTree(body) : ofStream(body);
            Front.answer(exchange, 200, Long.toString(total));
        });
    }

    // tag::leaky[]
    private static long ofTree(InputStream body) throws IOException {
        long total = 0;
        for (JsonNode booking : JSON.readTree(body)) {
            total += booking.path(AMOUNT).asLong();
        }
        return total;
    }
    // end::leaky[]

    // tag::remedied[]
    private static long ofStream(InputStream body) throws IOException {
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
    // end::remedied[]
}
