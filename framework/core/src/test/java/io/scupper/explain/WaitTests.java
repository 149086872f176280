package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitTests {

    private static final String PARK = "jdk.internal.misc.Unsafe.park(Native Method)";
    private static final String SUPPORT = "java.util.concurrent.locks.LockSupport.park(LockSupport.java:211)";
    private static final String LATCH = "java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)";
    private static final String OURS = "com.acme.Reports.run(Reports.java:31)";
    private static final String RUN = "java.lang.Thread.run(Thread.java:840)";

    @Test
    void goroutineWaitsForWhatGoSays() {
        List<String> stack = List.of("main.awaitApproval(leaky.go:45)");

        assertThat(Wait.of("chan receive", stack))
                .isEqualTo(new Wait("parked in chan receive, called by main.awaitApproval(leaky.go:45)", stack));
        assertThat(Wait.of("runnable", List.of("net.(*conn).Read(std/net/net.go:183)"))
                        .words())
                .isEqualTo("at work, runnable, at net.(*conn).Read(std/net/net.go:183)");
    }

    @Test
    void whatIsWaitedForIsTheFirstCallThatIsNotHowToWait() {
        Wait wait = Wait.of("WAITING", List.of(PARK, SUPPORT, LATCH, OURS, RUN));

        assertThat(wait.words()).isEqualTo("parked in CountDownLatch.await, called by " + OURS);
        assertThat(wait.frames()).containsExactly(LATCH, OURS, RUN);
    }

    @Test
    void idleThreadOfAPoolHasNoCallerOfTheApplication() {
        assertThat(words(
                        "WAITING",
                        PARK,
                        SUPPORT,
                        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionNode.block(AbstractQueuedSynchronizer.java:506)",
                        "java.util.concurrent.ForkJoinPool.unmanagedBlock(ForkJoinPool.java:3465)",
                        "java.util.concurrent.ForkJoinPool.managedBlock(ForkJoinPool.java:3436)",
                        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await(AbstractQueuedSynchronizer.java:1623)",
                        "java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)",
                        "java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1062)",
                        RUN))
                .isEqualTo("parked in LinkedBlockingQueue.take");
    }

    @Test
    void whereTheApplicationItselfWaitsTheCallBeforeItSaysFor() {
        assertThat(words("WAITING", PARK, SUPPORT, OURS)).isEqualTo("parked in LockSupport.park, called by " + OURS);
        assertThat(words(
                        "WAITING",
                        PARK,
                        SUPPORT,
                        "java.util.concurrent.locks.ReentrantLock.lock(ReentrantLock.java:322)",
                        OURS))
                .isEqualTo("parked in ReentrantLock.lock, called by " + OURS);
        assertThat(words(
                        "TIMED_WAITING",
                        "java.lang.Thread.sleep0(Native Method)",
                        "java.lang.Thread.sleep(Thread.java:509)",
                        OURS))
                .isEqualTo("asleep in Thread.sleep, called by " + OURS);
        assertThat(words(
                        "WAITING",
                        "java.lang.Object.wait0(Native Method)",
                        "java.lang.Object.wait(Object.java:366)",
                        OURS))
                .isEqualTo("waiting in Object.wait, called by " + OURS);
    }

    @Test
    void whatAFaultHoldsIsNotSaidToWaitByItself() {
        assertThat(words(
                        "WAITING",
                        PARK,
                        SUPPORT,
                        "io.scupper.boot.Dispatcher.enter(Dispatcher.java:51)",
                        "java.util.concurrent.FutureTask.run(FutureTask.java:264)",
                        "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)"))
                .isEqualTo("held by the fault in FutureTask.run");
    }

    @Test
    void readingFromASocketIsNoParking() {
        assertThat(words(
                        "RUNNABLE",
                        "sun.nio.ch.SocketDispatcher.read0(Native Method)",
                        "sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:309)",
                        "java.net.Socket$SocketInputStream.read(Socket.java:966)",
                        OURS))
                .isEqualTo("in Socket$SocketInputStream.read, called by " + OURS);
    }

    @Test
    void monitorThatAnotherHoldsIsWaitedForInTheMethodThatWantsIt() {
        assertThat(words("BLOCKED", OURS, RUN)).isEqualTo("waiting for a monitor in Reports.run, called by " + OURS);
    }

    @Test
    void applicationIsShownWhereALibraryWouldLeaveItNoRoom() {
        String library = "org.apache.hc.core5.pool.StrictConnPool.lease(StrictConnPool.java:1)";

        Wait wait = Wait.of(
                "WAITING", List.of(PARK, SUPPORT, LATCH, library, library, library, library, library, OURS, RUN));

        assertThat(wait.words()).isEqualTo("parked in CountDownLatch.await, called by " + OURS);
        assertThat(wait.frames()).containsExactly(OURS, RUN);
    }

    @Test
    void stackThatIsNotKnownIsSaidToBe() {
        assertThat(words("WAITING")).isEqualTo("parked in no frame that is known");
    }

    private static String words(String state, String... frames) {
        return Wait.of(state, List.of(frames)).words();
    }
}
