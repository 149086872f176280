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
    private @Nullable Runnable dropping;

    Reserve() {
        refill();
    }

    /** Lets something else be dropped whenever memory is given up; it must allocate nothing. */
    void dropsFirst(Runnable dropping) {
        this.dropping = dropping;
    }

    /** Gives the memory up: half of it for a reading, which may fail, and all of it for giving back, which must not. */
    void release(boolean isForGivingBack) {
        if (dropping != null) {
            dropping.run();
        }
        for (int i = isForGivingBack ? 0 : PIECES / 2; i < PIECES; i++) {
            pieces[i] = null;
        }
    }

    /**
     * Gives the memory up if the subject has left little. Done before a command and not only when memory has run out,
     * because that may happen in the initialiser of one of the JDK's classes, which nobody can use from then on.
     */
    void releaseIfScarce(boolean isForGivingBack) {
        if (freeBytes() < PIECES * PIECE_BYTES) {
            release(isForGivingBack);
        }
    }

    /** Takes it back, as far as the heap has room for it several times over: the subject comes first. */
    void refill() {
        if (freeBytes() < 4L * PIECES * PIECE_BYTES) {
            return;
        }
        try {
            for (int i = 0; i < PIECES; i++) {
                if (pieces[i] == null) {
                    pieces[i] = new byte[PIECE_BYTES];
                }
            }
        } catch (OutOfMemoryError e) {
            release(false);
        }
    }

    private static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
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
