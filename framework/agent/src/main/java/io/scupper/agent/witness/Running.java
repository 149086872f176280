package io.scupper.agent.witness;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Which task each thread of a pool took up last, by the stack that submitted it. Keeps threads weakly, by identity. */
final class Running {

    private static final int BUCKETS = 256;

    private final @Nullable Task[] buckets = new Task[BUCKETS];

    /** Sees a thread take up a task; {@code submitted} is null if nobody saw where that comes from. */
    synchronized void takeUp(Thread thread, @Nullable Group submitted) {
        int bucket = bucket(thread);
        Task others = null;
        for (Task each = buckets[bucket]; each != null; each = each.next) {
            Thread known = each.get();
            if (known != null && known != thread) {
                others = new Task(known, each.submitted, others);
            }
        }
        buckets[bucket] = submitted == null ? others : new Task(thread, submitted, others);
    }

    /** Returns what submitted the task that a thread is at, or null. */
    synchronized @Nullable Group of(Thread thread) {
        Task each = buckets[bucket(thread)];
        while (each != null && each.get() != thread) {
            each = each.next;
        }
        return each == null ? null : each.submitted;
    }

    /** Forgets all. Allocates nothing. */
    synchronized void clear() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = null;
        }
    }

    private static int bucket(Thread thread) {
        return System.identityHashCode(thread) & (BUCKETS - 1);
    }

    private static final class Task extends WeakReference<Thread> {

        final Group submitted;
        final @Nullable Task next;

        Task(Thread thread, Group submitted, @Nullable Task next) {
            super(thread);
            this.submitted = submitted;
            this.next = next;
        }
    }
}
