package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/**
 * Where tasks of the JDK's executors end and are cancelled.
 *
 * <p>A task that is to hang is parked where its result is set, and not where it begins: in {@code FutureTask.run} the
 * thread is not known to the future yet, so that {@code cancel(true)} could not interrupt it, and no service could ever
 * recover. What {@code execute} is given is not covered, for nothing stands between the pool and the task: name the
 * task's own method instead.
 */
final class TaskPoints {

    private static final Library EXECUTORS =
            Library.ofJdk("JDK executors", "java.util.concurrent.FutureTask", "17", "25");
    private static final Library FUTURES =
            Library.ofJdk("JDK CompletableFuture", "java.util.concurrent.CompletableFuture", "17", "25");

    private static final Library FORK_JOIN =
            Library.ofJdk("JDK ForkJoinPool", "java.util.concurrent.ForkJoinTask", "17", "25");
    private static final Library VIRTUAL = Library.ofJdk("JDK virtual threads", "java.lang.VirtualThread", "25");

    /**
     * Covers submit, invokeAll and one-shot schedule of every pool, Spring's among them, supplyAsync and runAsync, all tasks of
     * fork-join pools and whatever a virtual thread is started for.
     */
    static final List<ReleasePoint> ENDINGS = List.of(
            ReleasePoint.of(EXECUTORS, "java.util.concurrent.FutureTask", "set", 1)
                    .noting("parked; cancel(true) interrupts it"),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture$AsyncSupply", "run", 0)
                    .noting(
                            "parked; a CompletableFuture interrupts nobody: only lift, or the pool's shutdownNow, ends it"),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture$AsyncRun", "run", 0)
                    .noting("parked, likewise"),
            // Where it begins: tasks of this kind have no one place where they end. A CompletableFuture on such a pool
            // passes here and at its own row, and a task that is submitted to virtual threads passes at two rows as
            // well.
            ReleasePoint.of(FORK_JOIN, "java.util.concurrent.ForkJoinTask", "doExec", 0)
                    .noting("parked before it begins; only lift, or the pool's shutdownNow, ends it"),
            ReleasePoint.of(VIRTUAL, "java.lang.VirtualThread", "run", 1)
                    .noting(
                            "parked before it begins, off its carrier; only lift, or the executor's shutdownNow, ends it"));

    /** The scheduled one overrides cancel to leave the queue, and calls the other: where it is skipped both are. */
    static final List<ReleasePoint> CANCELLATIONS = List.of(
            ReleasePoint.of(EXECUTORS, "java.util.concurrent.FutureTask", "cancel", 1),
            ReleasePoint.of(
                    EXECUTORS, "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "cancel", 1),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture", "cancel", 1));

    private TaskPoints() {}
}
