package io.scupper.examples.orders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps one {@link Crumb} for ever on each n-th request, to measure how small a leak is still found. */
final class Crumbs {

    private static final List<Crumb> KEPT = Collections.synchronizedList(new ArrayList<>());

    private final int every;
    private final AtomicInteger requests = new AtomicInteger();

    /** Keeps a crumb on each {@code every}-th request; on none when 0. */
    Crumbs(int every) {
        this.every = every;
    }

    void drop() {
        if (every <= 0) {
            return;
        }
        int number = requests.incrementAndGet();
        if (number % every == 0) {
            KEPT.add(new Crumb(number));
        }
    }

    int size() {
        return KEPT.size();
    }
}
