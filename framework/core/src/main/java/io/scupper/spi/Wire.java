package io.scupper.spi;

import io.scupper.model.ByteSize;

/**
 * The TCP connections between the subject and one companion, running through a proxy. What is applied reaches live
 * connections at once, and so does {@link #clear}; nothing is lost by a stall, everything is by a black hole.
 */
public interface Wire extends AutoCloseable {

    /** Disturbs one direction; a later disturbance of the same direction takes the place of the earlier. */
    void apply(Direction direction, Disturbance disturbance);

    /** Ends all disturbances. */
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

    /** What is done to the bytes. */
    enum Kind {
        /** Stop reading: the sender is held back and its buffers fill. */
        STALL,
        /** Read and discard: the sender never notices. */
        BLACK_HOLE,
        /** Read no faster than so many bytes a second, per connection. */
        BANDWIDTH
    }

    /**
     * A disturbance.
     *
     * @param bytesPerSecond from 1 for {@link Kind#BANDWIDTH}, otherwise 0
     */
    record Disturbance(Kind kind, long bytesPerSecond) {

        @Override
        public String toString() {
            return kind == Kind.BANDWIDTH ? "bandwidth of " + ByteSize.format(bytesPerSecond) + "/s" : kind.name();
        }
    }

    /**
     * What passed the proxy since it started.
     *
     * @param connections accepted so far
     * @param open connections now
     * @param toSubject bytes forwarded to the subject
     * @param toServer bytes forwarded to the server
     * @param discarded bytes that black holes took
     * @param disturbed how often a transfer was delayed, stopped or discarded
     */
    record Traffic(long connections, long open, long toSubject, long toServer, long discarded, long disturbed) {}
}
