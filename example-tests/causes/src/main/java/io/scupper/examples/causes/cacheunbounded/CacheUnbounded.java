package io.scupper.examples.causes.cacheunbounded;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers a price for each search that it was asked. */
public final class CacheUnbounded {

    private static final int MOST = 50;

    private final Map<String, Price> prices;

    private CacheUnbounded(Map<String, Price> prices) {
        this.prices = prices;
    }

    public static void main(String[] args) throws IOException {
        var service = new CacheUnbounded(WorkServer.isRemedied(args) ? bounded() : new ConcurrentHashMap<>());
        WorkServer.serve(service::price);
    }

    private String price(String search) {
        return prices.computeIfAbsent(search, Price::of).toString();
    }

    // tag::remedy[]
    private static Map<String, Price> bounded() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofMinutes(10))
                .executor(Runnable::run)
                .<String, Price>build()
                .asMap();
    }
    // end::remedy[]

    private record Price(String search, int cents) {

        static Price of(String search) {
            return new Price(search, search.length());
        }
    }
}
