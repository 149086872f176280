package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.util.HashMap;
import java.util.Map;

/** Orders in progress, in a static map. An order that is done and not removed stays for good. */
public final class StaticCollection implements Habit {

    private static final Map<Long, Order> IN_PROGRESS = new HashMap<>();

    @Override
    public Taken take(long operation) {
        IN_PROGRESS.put(operation, new Order(new byte[64]));
        return () -> IN_PROGRESS.remove(operation);
    }

    private record Order(byte[] body) {}
}
