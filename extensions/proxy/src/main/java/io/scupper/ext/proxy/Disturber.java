package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;

/**
 * What a disturbance does from its beginning to its end: the one seam behind which each of them is. Every method but one
 * has nothing to do by default.
 */
interface Disturber {

    /** Returns a new grip on a direction that the disturbance is about. */
    default Grip grip(Direction direction, Draws draws) {
        return Grip.NONE;
    }

    /** Tells whether bytes are taken from the sender while earlier ones still wait. */
    default boolean readsAhead() {
        return false;
    }

    /** Meets a connection that is open, or has just been accepted; returns whether it did something to it. */
    default boolean meet(Connection connection) {
        return false;
    }

    /** Returns how many connections it keeps at the most. */
    default long mostKept() {
        return Long.MAX_VALUE;
    }

    /** Begins on the proxy itself, before it meets any connection. */
    default void begin(Entrance entrance) {}

    /** Ends on the proxy itself. */
    default void end(Entrance entrance) {}

    /** Tells whether something that no connection shows was seen to work just now. */
    default boolean worksAt(Entrance entrance) {
        return false;
    }

    /** A connection, as far as a disturbance may lay hands on it. */
    interface Connection {

        /** Tells whether it has not been given to a server yet. */
        boolean isNew();

        /** Resets both sides. */
        void reset();

        /**
         * Resets the other side, if there is one, and keeps this one: what it sends is read and lost, and nothing comes.
         * It ends when its peer ends it, or when it is released. Returns false if a side is kept already.
         */
        boolean keep(Side side);
    }

    /** The door of the proxy. */
    interface Entrance {

        /** Refuses new connections. */
        void shut();

        /** Takes new connections again. */
        void open();

        /** Tries it: tells whether a connection is refused. */
        boolean refuses();
    }

    /** An end of a connection. */
    enum Side {
        SUBJECT,
        SERVER
    }
}
