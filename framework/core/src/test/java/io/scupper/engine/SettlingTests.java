package io.scupper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Run;
import io.scupper.model.Verdict;
import io.scupper.spi.Recovery;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long is waited for what ends by itself when it was idle for long enough. */
class SettlingTests extends FakeExperiments {

    @Test
    void whatEndsWithinTheDeclaredIdleTimeIsWaitedForBeyondTheBound() throws Exception {
        idle = Duration.ofSeconds(40);

        Run run = threadsThatEndAfter(42);

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(run.recoveredAfter().orElseThrow()).isBetween(Duration.ofSeconds(42), Duration.ofSeconds(45));
        assertThat(run.within()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void whatOutlivesTheDeclaredIdleTimeIsALeak() throws Exception {
        idle = Duration.ofSeconds(40);

        Run run = threadsThatEndAfter(50);

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.within()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void whatNobodyDeclaresToBeIdleIsALeakAfterTheBound() throws Exception {
        Run run = threadsThatEndAfter(42);

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.within()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void threadsWhoseKeepAliveIsKnownAreWaitedFor() throws Exception {
        subject.threadName = "ForkJoinPool.commonPool-worker-";

        Run run = threadsThatEndAfter(61);

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(told)
                .contains("waiting up to 65 s for what ends when idle for long enough:"
                        + " threads:ForkJoinPool.commonPool-worker-*");
    }

    @Test
    void knownKeepAliveIsNotWaitedForWhereSomethingElseIsNotBack() throws Exception {
        subject.threadName = "ForkJoinPool.commonPool-worker-";
        var fault = new FakeFault(
                Recovery.SELF,
                () -> {
                    subject.threads++;
                    subject.keepOne(FakeSubject.OURS);
                },
                () -> {});

        Run run = run(fault, () -> {}, Duration.ofSeconds(10));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.within()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void largeHeapIsGivenASecondForEach32MebibytesOfIt() throws Exception {
        subject.instances.put("[B", 10L << 20);

        Run run = threadsThatEndAfter(15);

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(run.within()).isEqualTo(Duration.ofSeconds(20));
    }

    /** One for each operation under the fault; all of them end so many seconds after it is lifted. */
    private Run threadsThatEndAfter(int seconds) throws InterruptedException {
        var fault = new FakeFault(
                Recovery.SELF,
                () -> subject.threads++,
                () -> {},
                () -> pace.after(Duration.ofSeconds(seconds), () -> subject.threads = 0));
        return run(fault, () -> {}, Duration.ofSeconds(10));
    }
}
