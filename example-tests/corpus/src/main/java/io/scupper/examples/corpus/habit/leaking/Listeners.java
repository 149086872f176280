package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each request listens to changes of the prices. A listener that is not taken off is told of them for ever. */
public final class Listeners implements Habit {

    private final List<PriceListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Taken take(long operation) {
        var listener = new PriceListener();
        listeners.add(listener);
        listeners.get(0).changed(operation);
        return () -> listeners.remove(listener);
    }

    private static final class PriceListener {

        private long seen;

        void changed(long price) {
            seen = Math.max(seen, price);
        }
    }
}
