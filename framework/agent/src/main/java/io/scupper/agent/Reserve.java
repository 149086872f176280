package io.scupper.agent;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is set aside so that a command can be carried out when the subject's heap is full. In pieces small enough
 * to be found in a fragmented heap. Used by the agent's thread alone.
 */
final class Reserve {

    private static final int PIECES = 16;
    private static final int PIECE_BYTES = 64 << 10;

    private final @Nullable Object[] pieces = new Object[PIECES];

    Reserve() {
        refill();
    }

    /** Gives the memory up. */
    void release() {
        for (int i = 0; i < PIECES; i++) {
            pieces[i] = null;
        }
    }

    /** Takes it back, as far as the heap has room for it several times over: the subject comes first. */
    void refill() {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (free < 4L * PIECES * PIECE_BYTES) {
            return;
        }
        try {
            for (int i = 0; i < PIECES; i++) {
                if (pieces[i] == null) {
                    pieces[i] = new byte[PIECE_BYTES];
                }
            }
        } catch (OutOfMemoryError e) {
            release();
        }
    }

    /** Returns what is set aside now, in bytes, the headers of the arrays included. */
    long heldBytes() {
        long held = 0;
        for (Object piece : pieces) {
            held += piece == null ? 0 : PIECE_BYTES + 16;
        }
        return held;
    }
}
