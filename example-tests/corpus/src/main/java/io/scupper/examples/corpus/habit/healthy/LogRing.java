package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** An asynchronous log: a ring that keeps the newest events, which another thread writes down. */
public final class LogRing implements Habit {

    private final @Nullable Event[] ring;
    private final BlockingQueue<Event> unwritten;

    /** Makes a ring of so many events, and starts its writer. */
    public LogRing(int size) {
        this.ring = new @Nullable Event[size];
        this.unwritten = new ArrayBlockingQueue<>(size);
        Daemons.named("log-writer").newThread(this::write).start();
    }

    @Override
    public Taken take(long operation) throws InterruptedException {
        var event = new Event(operation);
        ring[(int) (operation % ring.length)] = event;
        unwritten.put(event);
        return NOTHING;
    }

    private void write() {
        try {
            while (true) {
                unwritten.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Event(long operation) {}
}
