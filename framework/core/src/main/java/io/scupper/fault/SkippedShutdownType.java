package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves pools of threads running that the service has done with; wants a caller or a thread. */
public final class SkippedShutdownType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "skipped-shutdown";

    private static final Library EXECUTORS =
            Library.ofJdk("JDK executors", "java.util.concurrent.ThreadPoolExecutor", "17", "25");
    private static final Library FORK_JOIN =
            Library.ofJdk("JDK ForkJoinPool", "java.util.concurrent.ForkJoinPool", "17", "25");
    private static final Library TIMER = Library.ofJdk("JDK Timer", "java.util.Timer", "17", "25");

    private static final List<ReleasePoint> POINTS = List.of(
            // What Executors wraps, and what close() calls from Java 19 on, ends up here.
            ReleasePoint.of(EXECUTORS, "java.util.concurrent.ThreadPoolExecutor", "shutdown", 0),
            ReleasePoint.of(FORK_JOIN, "java.util.concurrent.ForkJoinPool", "shutdown", 0)
                    .recoversBy("once its threads have been idle for its keep-alive, a minute by default"),
            ReleasePoint.of(TIMER, "java.util.Timer", "cancel", 0)
                    .recoversBy("once the timer is collected, if it has no task left"));

    /** Makes the type. */
    public SkippedShutdownType() {
        super(ID, POINTS);
    }
}
