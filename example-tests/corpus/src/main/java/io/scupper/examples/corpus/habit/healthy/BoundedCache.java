package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cache that is asked for something new each time, and forgets the eldest entry once it is full. */
public final class BoundedCache implements Habit {

    private final Map<Long, Price> prices;

    /** Makes a cache of at most so many entries. */
    public BoundedCache(int bound) {
        this.prices = new Bounded(bound);
    }

    @Override
    public Taken take(long operation) {
        prices.put(operation, new Price(operation % 97));
        return NOTHING;
    }

    private record Price(long cents) {}

    private static final class Bounded extends LinkedHashMap<Long, Price> {

        private static final long serialVersionUID = 1L;

        private final int bound;

        Bounded(int bound) {
            this.bound = bound;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Price> eldest) {
            return size() > bound;
        }
    }
}
