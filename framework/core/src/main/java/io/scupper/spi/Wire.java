package io.scupper.spi;

import io.scupper.control.Activation;
import java.util.Map;
import java.util.Set;

/**
 * The TCP connections between the subject and one companion, running through a proxy. What is done to them reaches live
 * connections at once and all of them in the same moment, and so does its end.
 */
public interface Wire extends AutoCloseable {

    /**
     * Begins a disturbance, beside those that last.
     *
     * @throws io.scupper.model.ScupperException if there is no such disturbance, or one of its amounts is not allowed
     */
    Disturbed disturb(Disturbance disturbance);

    /** Ends all disturbances, and the connections that they keep. */
    void clear();

    /** Returns what has passed. */
    Traffic traffic();

    @Override
    void close();

    /** Which way bytes flow. */
    enum Direction {
        /** From the server to the subject. */
        TO_SUBJECT,
        /** From the subject to the server. */
        TO_SERVER
    }

    /**
     * A disturbance as data.
     *
     * @param kind which one, for example {@code stall}; the proxy knows what there is
     * @param directions of the bytes that it is about
     * @param amounts that it takes, by name: milliseconds, bytes or a number; what is left out has its default
     * @param activation which connections are disturbed: those that are there are numbered first, in their order, and then
     *     each as it comes
     */
    record Disturbance(String kind, Set<Direction> directions, Map<String, Long> amounts, Activation activation) {

        public Disturbance {
            directions = Set.copyOf(directions);
            amounts = Map.copyOf(amounts);
        }

        /** Stops to read: the sender is held back and its buffers fill; nothing is lost. */
        public static Disturbance stall(Direction direction) {
            return of("stall", direction, Map.of());
        }

        /** Reads and discards: the sender never notices. */
        public static Disturbance blackHole(Direction direction) {
            return of("black-hole", direction, Map.of());
        }

        /** Lets no more pass than so many bytes a second, per connection. */
        public static Disturbance bandwidth(Direction direction, long bytesPerSecond) {
            return of("bandwidth", direction, Map.of("rate", bytesPerSecond));
        }

        /** Disturbs every connection. */
        public static Disturbance of(String kind, Direction direction, Map<String, Long> amounts) {
            return new Disturbance(kind, Set.of(direction), amounts, Activation.ALWAYS);
        }
    }

    /** A disturbance that was begun. Each call works in any order and again. */
    interface Disturbed {

        /** Ends it at once. What it has done stays done: a connection that was reset, or is kept, stays so. */
        void lift();

        /** Lifts, and resets the connections that it keeps. */
        void release();

        /** Returns what it has done so far. */
        Effects effects();
    }

    /**
     * What a disturbance has done.
     *
     * @param connections that there were while it lasted
     * @param taken those of them that the activation chose
     * @param fired how often it delayed, stopped, discarded or ended something
     * @param held how many transfers it holds back, and connections it keeps, now
     * @param discarded bytes that it took
     */
    record Effects(long connections, long taken, long fired, long held, long discarded) {}

    /**
     * What passed the proxy since it started.
     *
     * @param connections accepted so far
     * @param open connections now
     * @param toSubject bytes forwarded to the subject
     * @param toServer bytes forwarded to the server
     * @param discarded bytes that disturbances took
     * @param disturbed how often a transfer was delayed, stopped or discarded, or a connection ended
     */
    record Traffic(long connections, long open, long toSubject, long toServer, long discarded, long disturbed) {}
}
