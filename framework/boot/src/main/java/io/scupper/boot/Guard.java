package io.scupper.boot;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps a site from seeing the calls that the agent itself makes while it looks at a call. Remembers the threads that are
 * inside in a fixed table: a {@link ThreadLocal} would leave an entry in each of the subject's threads, which is growth.
 */
final class Guard {

    private static final int SLOTS = 256;
    private static final int WINDOW = 8;

    private final AtomicReferenceArray<Thread> inside = new AtomicReferenceArray<>(SLOTS);

    /** Enters; returns the slot to leave by, or -1 if the thread is inside already. Spins while its window is full. */
    int enter(Thread thread) {
        int first = System.identityHashCode(thread);
        for (int i = 0; i < WINDOW; i++) {
            if (inside.get((first + i) & (SLOTS - 1)) == thread) {
                return -1;
            }
        }
        while (true) {
            for (int i = 0; i < WINDOW; i++) {
                int slot = (first + i) & (SLOTS - 1);
                if (inside.compareAndSet(slot, null, thread)) {
                    return slot;
                }
            }
            Thread.onSpinWait();
        }
    }

    void leave(int slot) {
        inside.set(slot, null);
    }
}
