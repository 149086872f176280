package com.acme;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lends baskets, and knows which are out. */
final class Baskets {

    private final Set<Basket> out = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lent = new AtomicInteger();

    /** What a customer carries. */
    record Basket(int number) {}

    Basket lend() {
        var basket = new Basket(lent.incrementAndGet());
        out.add(basket);
        return basket;
    }

    void giveBack(Basket basket) {
        out.remove(basket);
    }
}
