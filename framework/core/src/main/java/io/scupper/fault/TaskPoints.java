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

    /** Covers submit, invokeAll and one-shot schedule of every pool, Spring's among them, and supplyAsync and runAsync. */
    static final List<ReleasePoint> ENDINGS = List.of(
            ReleasePoint.of(EXECUTORS, "java.util.concurrent.FutureTask", "set", 1)
                    .noting("parked; cancel(true) interrupts it"),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture$AsyncSupply", "run", 0)
                    .noting(
                            "parked; a CompletableFuture interrupts nobody: only lift, or the pool's shutdownNow, ends it"),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture$AsyncRun", "run", 0)
                    .noting("parked, likewise"));

    /** The scheduled one overrides cancel to leave the queue, and calls the other: where it is skipped both are. */
    static final List<ReleasePoint> CANCELLATIONS = List.of(
            ReleasePoint.of(EXECUTORS, "java.util.concurrent.FutureTask", "cancel", 1),
            ReleasePoint.of(
                    EXECUTORS, "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "cancel", 1),
            ReleasePoint.of(FUTURES, "java.util.concurrent.CompletableFuture", "cancel", 1));

    private TaskPoints() {}
}
