package io.scupper.fault;

import io.scupper.model.JoinPoint;
import java.util.List;

/**
 * Where tasks of the JDK's executors end and are cancelled; all rows tried on Java 17 and 25.
 *
 * <p>A task that is to hang is parked where its result is set, and not where it begins: in {@code FutureTask.run} the
 * thread is not known to the future yet, so that {@code cancel(true)} could not interrupt it, and no service could ever
 * recover. What {@code execute} is given is not covered, for nothing stands between the pool and the task: name the
 * task's own method instead.
 */
final class TaskPoints {

    /** Covers submit, invokeAll and one-shot schedule of every pool, Spring's among them, and supplyAsync and runAsync. */
    static final List<JoinPoint> ENDINGS = List.of(
            JoinPoint.of("FutureTask", "java.util.concurrent.FutureTask", "set", 1),
            // A CompletableFuture never interrupts: only lift, or the pool's shutdownNow, ends these.
            JoinPoint.of(
                    "CompletableFuture.supplyAsync", "java.util.concurrent.CompletableFuture$AsyncSupply", "run", 0),
            JoinPoint.of("CompletableFuture.runAsync", "java.util.concurrent.CompletableFuture$AsyncRun", "run", 0));

    /** The scheduled one overrides cancel to leave the queue, and calls the other: where it is skipped both are. */
    static final List<JoinPoint> CANCELLATIONS = List.of(
            JoinPoint.of("FutureTask", "java.util.concurrent.FutureTask", "cancel", 1),
            JoinPoint.of(
                    "scheduled task",
                    "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask",
                    "cancel",
                    1),
            JoinPoint.of("CompletableFuture", "java.util.concurrent.CompletableFuture", "cancel", 1));

    private TaskPoints() {}
}
