package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers a price for each key that it is asked for. The argument is {@code leaky}, which forgets none, or {@code remedied}. */
public final class PriceMemory {

    private static final int MOST = 50;

    private PriceMemory() {}

    public static void main(String[] args) throws IOException {
        Map<String, Price> prices = args[0].equals("remedied") ? bounded() : new ConcurrentHashMap<>();
        Front.serve(exchange -> {
            var cookie = exchange.getRequestHeaders().getFirst("Cookie");
            var header = exchange.getRequestHeaders().getFirst("key");
            String key = exchange.getRequestURI() + " " + cookie + " " + header;
            Front.answer(exchange, 200, prices.computeIfAbsent(key, Price::of).text());
        });
    }

    private static Map<String, Price> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Price> eldest) {
                return size() > MOST;
            }
        });
    }

    /** What is remembered. */
    private record Price(String key, int cents) {

        static Price of(String key) {
            return new Price(key, key.hashCode() & 0xffff);
        }

        String text() {
            return Integer.toString(cents);
        }
    }
}
