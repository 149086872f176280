package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache whose key holds something that is new in each request, so that nothing is ever found in it. */
public final class UnboundedCache implements Habit {

    private final Map<String, Price> prices = new ConcurrentHashMap<>();

    @Override
    public Taken take(long operation) {
        String key = "price for request " + operation;
        prices.computeIfAbsent(key, unknown -> new Price(operation % 97));
        return () -> prices.remove(key);
    }

    private record Price(long cents) {}
}
