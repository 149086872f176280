package io.scupper.fault;

import io.scupper.traffic.Lingering;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The clients that stay: one thread, which is there from the beginning, moves what is due of each, until they are let go. */
final class HeldClients implements AutoCloseable {

    /** Short against any time-out of a server, long against what moving costs. */
    private static final long TICK_MILLIS = 20;

    private final Semaphore room;
    private final Queue<Lingering> held = new ArrayDeque<>();
    private final Tally endings = new Tally();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "scupper-held-clients");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean moves;

    /** Makes room for so many at a time. */
    HeldClients(int most) {
        room = new Semaphore(most);
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Tells whether there is room for one more, and keeps it. */
    boolean reserve() {
        return room.tryAcquire();
    }

    /** Gives up room that was kept for one that did not come. */
    void release() {
        room.release();
    }

    /** Takes a client for which room was kept. */
    synchronized void add(Lingering client) {
        held.add(client);
    }

    void move(boolean onward) {
        moves = onward;
    }

    synchronized int count() {
        return held.size();
    }

    /** Returns how those ended that did not have to be let go: {@code 408 early ×3}, or nothing. */
    String endings() {
        return endings.toString();
    }

    private synchronized void tick() {
        held.removeIf(client -> {
            boolean ended = !client.step(moves);
            if (ended) {
                endings.add(client.answer().inWords());
                letGo(client);
            }
            return ended;
        });
    }

    /** Lets all go. */
    synchronized void giveBack() {
        held.forEach(this::letGo);
        held.clear();
    }

    private void letGo(Lingering client) {
        try {
            client.close();
        } catch (IOException e) {
            // It is gone one way or the other.
        }
        room.release();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack();
    }
}
