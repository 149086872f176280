package io.scupper.agent.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Knows when finalizers and cleaners have run after a collection: when the collector has handed over an object that
 * became garbage before it, and each thread that runs cleaners or finalizers waits at its queue again. The threads are
 * found before the collection, while they still wait, because a busy one cannot be told from another thread.
 */
final class ReferenceThreads {

    /** Deep enough to see a waiting cleaner's thread from its top to {@code CleanerImpl.run}. */
    private static final int DEPTH = 12;

    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final Reference<Object> sentinel = new PhantomReference<>(new Object(), queue);
    private final long[] ids;

    ReferenceThreads() {
        ids = Arrays.stream(threads.dumpAllThreads(false, false, DEPTH))
                .filter(ReferenceThreads::runsReferences)
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    /**
     * Waits until they have run, or until the time is over.
     *
     * @return whether the object that became garbage was collected at all
     */
    boolean awaitIdle(long nanos) {
        long deadline = System.nanoTime() + nanos;
        try {
            if (queue.remove(TimeUnit.NANOSECONDS.toMillis(nanos)) == null) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Reference.reachabilityFence(sentinel);
        // Twice, since a thread looks idle for the moment between being handed a reference and waking up.
        int idle = 0;
        while (idle < 2 && System.nanoTime() < deadline) {
            idle = isIdle() ? idle + 1 : 0;
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        return true;
    }

    private boolean isIdle() {
        if (memory.getObjectPendingFinalizationCount() > 0) {
            return false;
        }
        for (ThreadInfo each : threads.getThreadInfo(ids, DEPTH)) {
            if (each != null && !waitsAtQueue(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean runsReferences(ThreadInfo thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith("jdk.internal.ref.CleanerImpl") || type.startsWith("java.lang.ref.Finalizer")) {
                return true;
            }
        }
        return false;
    }

    private static boolean waitsAtQueue(ThreadInfo thread) {
        Thread.State state = thread.getThreadState();
        if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
            return false;
        }
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith("java.lang.ref.")
                    && frame.getClassName().endsWith("ReferenceQueue")) {
                return true;
            }
        }
        return false;
    }
}
