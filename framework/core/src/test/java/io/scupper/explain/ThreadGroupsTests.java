package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Snapshot.ThreadState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadGroupsTests {

    private static final List<String> PARKED = List.of(
            "jdk.internal.misc.Unsafe.park(Native Method)",
            "java.util.concurrent.locks.LockSupport.park(LockSupport.java:211)",
            "io.scupper.boot.Dispatcher.enter(Dispatcher.java:51)",
            "com.acme.Report.run(Report.java:7)");

    @Test
    void commonestStackOfTheGroupIsShownFromTheFirstFrameThatSaysWhatIsDone() {
        var threads = List.of(
                new ThreadState("worker-1", "WAITING", PARKED),
                new ThreadState("worker-2", "RUNNABLE", List.of("com.acme.Other.run(Other.java:1)")),
                new ThreadState("worker-3", "WAITING", PARKED),
                new ThreadState("main", "WAITING", List.of("com.acme.Main.main(Main.java:1)")));

        assertThat(ThreadGroups.parked(threads, "worker-*"))
                .containsExactly("2 of them are WAITING at", "  com.acme.Report.run(Report.java:7)");
    }

    @Test
    void namesAreGroupedAsTheProbeGroupsThem() {
        var threads = List.of(new ThreadState("reply@1f2e3d4c", "WAITING", PARKED));

        assertThat(ThreadGroups.parked(threads, "reply@*")).hasSize(2);
    }

    @Test
    void groupWithoutThreadsHasNoStack() {
        assertThat(ThreadGroups.parked(List.of(), "worker-*")).isEmpty();
    }
}
