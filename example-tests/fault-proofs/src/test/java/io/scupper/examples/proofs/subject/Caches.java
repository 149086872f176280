package io.scupper.examples.proofs.subject;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.base.Ticker;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps the latest orders in the cache that its first argument names, as many from the start on as it ever will: by their number or, where
 * the name ends with {@code -expiring}, by their age, in orders that came since. The second is {@code trusting}, or {@code tidying}, which
 * lets the cache tidy up even while no request comes.
 */
public final class Caches {

    private static final int MOST = 20;
    private static final int ORDER_BYTES = 256 << 10;
    private static final long OFTEN_MILLIS = 300;

    private Caches() {}

    public static void main(String[] args) throws IOException {
        boolean tidying = args[1].equals("tidying");
        var ids = new AtomicLong();
        BiConsumer<Long, Order> cache = cache(args[0], tidying, () -> TimeUnit.SECONDS.toNanos(ids.get()));
        Front.Work work = () -> {
            cache.accept(ids.incrementAndGet(), new Order(new byte[ORDER_BYTES]));
            return "done";
        };
        for (int i = 0; i < MOST; i++) {
            cache.accept(ids.incrementAndGet(), new Order(new byte[ORDER_BYTES]));
        }
        Front.serve(work);
    }

    private static BiConsumer<Long, Order> cache(String name, boolean tidying, LongSupplier clock) {
        return switch (name) {
            case "caffeine" -> caffeine(Caffeine.newBuilder().maximumSize(MOST), tidying);
            case "caffeine-expiring" ->
                caffeine(
                        Caffeine.newBuilder()
                                .expireAfterWrite(MOST, TimeUnit.SECONDS)
                                .ticker(clock::getAsLong),
                        tidying);
            case "guava" -> guava(CacheBuilder.newBuilder().maximumSize(MOST), tidying);
            case "guava-expiring" ->
                guava(
                        CacheBuilder.newBuilder()
                                .expireAfterWrite(Duration.ofSeconds(MOST))
                                .ticker(new Ticker() {
                                    @Override
                                    public long read() {
                                        return clock.getAsLong();
                                    }
                                }),
                        tidying);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static BiConsumer<Long, Order> caffeine(Caffeine<Object, Object> bounds, boolean tidying) {
        var cache = bounds.executor(Runnable::run).<Long, Order>build();
        if (tidying) {
            often(cache::cleanUp);
        }
        return cache::put;
    }

    /** One segment, for the others would not be tidied up by its writes. It says no size: as many as are written to it. */
    private static BiConsumer<Long, Order> guava(CacheBuilder<Object, Object> bounds, boolean tidying) {
        var cache = bounds.concurrencyLevel(1).<Long, Order>build();
        // Guava evicts at a write alone, so that tidying up means to write something that is dropped again.
        if (tidying) {
            often(() -> cache.put(-1L, new Order(new byte[0])));
        }
        return cache::put;
    }

    private static void often(Runnable task) {
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(task, OFTEN_MILLIS, OFTEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is kept of an order; equal to itself alone. */
    private static final class Order {

        final byte[] document;

        Order(byte[] document) {
            this.document = document;
        }
    }
}
