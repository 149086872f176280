package io.scupper.traffic;

import java.nio.ByteBuffer;

/** Makes the bytes of a body on demand, in constant memory; for one request and one thread. */
interface ByteSource extends AutoCloseable {

    /**
     * Puts at least one byte.
     *
     * @param out with room for at least {@link #LEAST_ROOM} bytes
     * @return false, with nothing put, at the end
     */
    boolean fill(ByteBuffer out);

    /** Tells whether it is known that nothing will follow; false may mean that it is not known. */
    default boolean isOver() {
        return false;
    }

    /** Frees what it holds outside the heap. */
    @Override
    default void close() {}

    /** Room for the longest piece that is never split: a chunk's frame, or the trailer of gzip. */
    int LEAST_ROOM = 64;
}
