package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Snapshot.ThreadState;
import io.scupper.model.ThreadStack;
import java.util.ArrayList;
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
                .containsExactly(
                        "2 of them are held by the fault in Report.run, called by com.acme.Report.run(Report.java:7)",
                        "  com.acme.Report.run(Report.java:7)");
    }

    @Test
    void namesAreGroupedAsTheProbeGroupsThem() {
        var threads = List.of(new ThreadState("reply@1f2e3d4c", "WAITING", PARKED));

        assertThat(ThreadGroups.parked(threads, "reply@*")).hasSize(2);
    }

    @Test
    void threadsThatARoundHasLeftAreToldByWhatTheyWaitFor() {
        var threads = new ArrayList<ThreadStack>();
        for (int i = 0; i < 21; i++) {
            String frame = i < 15 ? "com.acme.Report.run(Report.java:7)" : "com.acme.Other.run(Other.java:1)";
            threads.add(new ThreadStack(i, "worker-" + i, false, "WAITING", List.of(PARKED.get(1), frame), List.of()));
        }

        assertThat(ThreadGroups.left(threads, 211, false))
                .containsExactly(
                        "15 of them are parked in LockSupport.park, called by com.acme.Report.run(Report.java:7)",
                        "  com.acme.Report.run(Report.java:7)",
                        "6 of them are parked in LockSupport.park, called by com.acme.Other.run(Other.java:1)",
                        "  com.acme.Other.run(Other.java:1)",
                        "one for every 10.05 operations: 211 operations left 21");
        assertThat(ThreadGroups.left(threads, 211, true).get(0)).startsWith("15 of them are, named worker-*, parked");
    }

    @Test
    void rateIsSaidAsItWasCounted() {
        assertThat(ThreadGroups.rate(211, 211)).isEqualTo("one for each operation: 211 of 211 operations left one");
        assertThat(ThreadGroups.rate(20, 200)).isEqualTo("one for every 10 operations: 200 operations left 20");
        assertThat(ThreadGroups.rate(422, 211)).isEqualTo("2 for each operation: 211 operations left 422");
        assertThat(ThreadGroups.rate(212, 211)).isEqualTo("1.00 for each operation: 211 operations left 212");
    }

    @Test
    void groupWithoutThreadsHasNoStack() {
        assertThat(ThreadGroups.parked(List.of(), "worker-*")).isEmpty();
    }
}
