package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot.FaultCount;
import io.scupper.spi.Recovery;
import io.scupper.spi.Weaving;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the effects do in a real JVM: applied, lifted, given back. */
class AgentEffectsIT {

    private static final String LEASE = "io.scupper.example.subject.Lease";
    private static final JoinPoint CLOSE = JoinPoint.of("lease", LEASE, "close", 0);
    private static final JoinPoint FETCH = JoinPoint.of("lease", LEASE, "fetch", 1);
    private static final JoinPoint REST = JoinPoint.of("lease", LEASE, "rest", 0);
    private static final JoinPoint RUN = JoinPoint.of("task", "java.util.concurrent.FutureTask", "run", 0);

    private static SubjectProcess subject;
    private RemoteAgent agent;

    @BeforeAll
    static void start() {
        subject = SubjectProcess.start();
    }

    @AfterAll
    static void end() {
        subject.close();
    }

    @BeforeEach
    void connect() {
        agent = subject.connect();
    }

    @AfterEach
    void disconnect() {
        agent.close();
        subject.tell("drop");
        int open = Integer.parseInt(subject.tell("open"));
        assertThat(open).as("leases left open").isNotNegative();
    }

    private void weave(JoinPoint at, Effect effect, Activation activation, int maxHeld) {
        agent.weave(new Weaving("f", List.of(at), effect, activation, maxHeld));
    }

    private void arm(JoinPoint at, Effect effect) {
        weave(at, effect, Activation.ALWAYS, 100);
        agent.arm("f");
    }

    private int open() {
        return Integer.parseInt(subject.tell("open"));
    }

    @Test
    void nothingHappensUntilTheFaultIsArmed() {
        int before = open();
        weave(CLOSE, Effect.skip(), Activation.ALWAYS, 100);

        subject.tell("close 5");

        assertThat(open()).isEqualTo(before);
        assertThat(agent.count("f").matched()).isZero();
    }

    @Test
    void skippedCallsAreLeftOutAndMadeWhenGivenBack() {
        int before = open();
        arm(CLOSE, Effect.skip());
        subject.tell("close 5");
        assertThat(open()).isEqualTo(before + 5);
        assertThat(agent.count("f")).isEqualTo(new FaultCount(5, 5, 5, 0, 1));

        agent.lift("f");
        subject.tell("close 3");
        assertThat(open()).as("lifting is not undoing").isEqualTo(before + 5);
        assertThat(agent.count("f")).isEqualTo(new FaultCount(5, 5, 5, 0, 1));

        assertThat(agent.compensate("f")).isZero();
        assertThat(open()).isEqualTo(before);
        assertThat(agent.count("f").held()).isZero();
    }

    @Test
    void skippedCallsWhoseReceiverIsGoneAreNoLongerWithheld() {
        int before = open();
        arm(CLOSE, Effect.skip());
        subject.tell("close 2");
        subject.tell("closeAndLose 3");
        agent.collect();

        assertThat(agent.count("f").held()).isEqualTo(2);
        assertThat(agent.compensate("f")).isZero();
        assertThat(open()).isEqualTo(before + 3);
    }

    @Test
    void skippedCallsThatWillBeGivenBackKeepTheirReceiverUntilThen() {
        int before = open();
        agent.weave(
                new Weaving("f", List.of(CLOSE), Effect.skip(), Activation.ALWAYS, 100).recoveredBy(Recovery.ASSISTED));
        agent.arm("f");
        subject.tell("closeAndLose 3");
        agent.collect();

        assertThat(agent.count("f").held()).isEqualTo(3);
        assertThat(agent.compensate("f")).isZero();
        assertThat(open()).isEqualTo(before);
        assertThat(agent.collect().classes()).doesNotContainKey(LEASE);
    }

    @Test
    void argumentsAndReturnValuesOfSkippedCallsAreKeptInPlace() {
        int before = open();
        arm(JoinPoint.of("lease", LEASE, "close", 2), Effect.skip());
        assertThat(subject.tell("closeWith 4")).isEqualTo("null");
        assertThat(open()).isEqualTo(before + 1);

        assertThat(agent.compensate("f")).isZero();

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void staticMethodsAreSkippedAndGivenBack() {
        int before = open();
        arm(JoinPoint.of("lease", LEASE, "release", 1), Effect.skip());
        assertThat(subject.tell("release")).isEqualTo("0");
        assertThat(open()).isEqualTo(before + 5);

        agent.collect();
        assertThat(agent.compensate("f")).isZero();

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void onlyTheBodyThatWasLeftOutIsMadeAgain() {
        int before = open();
        arm(CLOSE, Effect.skip());
        subject.tell("closeSub");
        assertThat(open()).isEqualTo(before + 1);

        agent.compensate("f");

        assertThat(open()).isEqualTo(before);
    }

    @Test
    void theCapLetsFurtherCallsThrough() {
        int before = open();
        weave(CLOSE, Effect.skip(), Activation.ALWAYS, 2);
        agent.arm("f");

        subject.tell("close 5");

        assertThat(open()).isEqualTo(before + 2);
        assertThat(agent.count("f")).isEqualTo(new FaultCount(5, 2, 2, 3, 1));
    }

    @Test
    void theActivationChoosesTheCalls() {
        int before = open();
        weave(CLOSE, Effect.skip(), new Activation(1, 3, 2, 2, 0), 100);
        agent.arm("f");

        subject.tell("close 20");

        assertThat(open()).isEqualTo(before + 2);
        assertThat(agent.count("f")).isEqualTo(new FaultCount(20, 2, 2, 0, 1));
    }

    @Test
    void onlyCallsFromTheCallerOnTheThreadMatch() {
        assertThat(matchedOfOne(CLOSE.calledFrom("io.scupper.example.subject.Operations")))
                .isEqualTo(1);
        assertThat(matchedOfOne(CLOSE.calledFrom("com.acme"))).isZero();
        assertThat(matchedOfOne(CLOSE.calledFrom("java.util.ArrayList")))
                .as("loaded, but no caller")
                .isZero();
        assertThat(matchedOfOne(CLOSE.onThread("main"))).isEqualTo(1);
        assertThat(matchedOfOne(CLOSE.onThread("worker"))).isZero();
    }

    private long matchedOfOne(JoinPoint close) {
        arm(close, Effect.skip());
        subject.tell("close 1");
        long matched = agent.count("f").matched();
        agent.unweave("f");
        return matched;
    }

    @Test
    void aCallerMatchesThatIsLoadedAfterTheFaultWasArmed() {
        arm(CLOSE.calledFrom("io.scupper.example.subject.LateCloser"), Effect.skip());
        subject.tell("close 1");
        assertThat(agent.count("f").matched()).isZero();

        assertThat(subject.tell("later LateCloser")).isEqualTo("closed");

        assertThat(agent.count("f").matched()).isEqualTo(1);
    }

    @Test
    void aDelayEndsWhenItIsLifted() {
        arm(REST, Effect.delay(60_000));
        subject.tell("rest sleeper");
        awaitHeld(1);

        agent.lift("f");

        assertThat(subject.tell("join sleeper")).isEqualTo("TERMINATED");
        assertThat(agent.count("f").held()).isZero();
    }

    @Test
    void aDelayEndsByItself() {
        arm(REST, Effect.delay(50));
        long start = System.nanoTime();

        subject.tell("rest sleeper");

        assertThat(subject.tell("join sleeper")).isEqualTo("TERMINATED");
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void aParkedTaskStaysWhenLiftedAndGoesOnWhenGivenBack() {
        arm(RUN, Effect.park(true));
        subject.tell("start parked");
        awaitHeld(1);
        assertThat(agent.peek().threads())
                .filteredOn(thread -> thread.name().equals("parked"))
                .singleElement()
                .satisfies(thread -> {
                    assertThat(thread.state()).isEqualTo("WAITING");
                    assertThat(thread.stack())
                            .anyMatch(frame -> frame.startsWith("java.util.concurrent.FutureTask.run("));
                    assertThat(thread.stack()).noneMatch(frame -> frame.startsWith("io.scupper.agent."));
                });

        agent.lift("f");
        assertThat(agent.count("f").held()).isEqualTo(1);
        agent.compensate("f");

        assertThat(subject.tell("join parked")).isEqualTo("done falseTERMINATED");
    }

    @Test
    void aParkedTaskGoesOnWithItsFlagSetWhenItIsInterrupted() {
        arm(RUN, Effect.park(true));
        subject.tell("start interrupted");
        awaitHeld(1);

        subject.tell("interrupt interrupted");

        assertThat(subject.tell("join interrupted")).isEqualTo("done trueTERMINATED");
        awaitHeld(0);
    }

    @Test
    void aFirmlyParkedTaskIgnoresInterruptsUntilItIsGivenBack() {
        arm(RUN, Effect.park(false));
        subject.tell("start firm");
        awaitHeld(1);

        subject.tell("interrupt firm");
        agent.lift("f");
        assertThat(agent.count("f").held()).isEqualTo(1);
        agent.compensate("f");

        assertThat(subject.tell("join firm")).isEqualTo("done trueTERMINATED");
    }

    @Test
    void anExceptionOfTheSubjectsIsThrownUntilItIsLifted() {
        arm(FETCH, Effect.fail("java.io.IOException"));
        assertThat(subject.tell("fetch 1")).isEqualTo("failed java.io.IOException Thrown by a fault of Scupper's.");

        agent.lift("f");

        assertThat(subject.tell("fetch 1")).isEqualTo("2");
    }

    @Test
    void anExceptionThatCannotBeMadeIsToldAndNotThrown() {
        arm(FETCH, Effect.fail("com.acme.Missing"));
        assertThat(subject.tell("fetch 1")).isEqualTo("2");

        assertThatThrownBy(() -> agent.count("f"))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("com.acme.Missing")
                .hasMessageContaining(LEASE);
    }

    @Test
    void whatIsRetainedStaysUntilItIsGivenBack() {
        for (String what : List.of("return", "0")) {
            long before = widgets();
            arm(FETCH, Effect.retain(what));
            for (int i = 0; i < 10; i++) {
                subject.tell("fetch 1");
            }
            assertThat(widgets()).as(what).isEqualTo(before + 10);
            agent.lift("f");
            assertThat(widgets()).as(what).isEqualTo(before + 10);
            assertThat(agent.count("f").held()).isEqualTo(10);

            agent.compensate("f");

            assertThat(widgets()).as(what).isEqualTo(before);
            agent.unweave("f");
        }
    }

    @Test
    void classesThatAreLoadedLaterAreWovenToo() {
        weave(
                JoinPoint.of("later", "io.scupper.example.subject.LoadedLater", "toString", 0),
                Effect.skip(),
                Activation.ALWAYS,
                10);
        agent.arm("f");
        assertThat(agent.count("f").sites()).isZero();

        assertThat(subject.tell("later LoadedLater")).isEqualTo("null");

        assertThat(agent.count("f").sites()).isEqualTo(1);
    }

    @Test
    void subtypesAreWovenWhereTheyDeclareTheMethod() {
        subject.tell("closeSub");
        weave(CLOSE.orSubtypes(), Effect.skip(), Activation.ALWAYS, 10);

        assertThat(agent.count("f").sites()).isEqualTo(2);
    }

    @Test
    void aMethodThatDoesNotExistIsAnErrorThatNamesThoseThatDo() {
        assertThatThrownBy(() -> arm(JoinPoint.of("lease", LEASE, "closeAll", 0), Effect.skip()))
                .isInstanceOf(ScupperException.class)
                .hasMessage("The agent could not weave: Join point " + LEASE
                        + "#closeAll with 0 parameters does not exist. " + LEASE + " has: close/0, close/2.");
    }

    @Test
    void aTypeThatDoesNotExistHasNoSites() {
        arm(JoinPoint.of("none", "com.acme.Missing", "close", 0), Effect.skip());

        assertThat(agent.count("f")).isEqualTo(FaultCount.NONE);
    }

    @Test
    void anUnwovenFaultIsUnknownAndItsClassesAreAsBefore() {
        int before = open();
        arm(CLOSE, Effect.skip());
        subject.tell("close 1");

        agent.unweave("f");

        subject.tell("close 1");
        assertThat(open()).isEqualTo(before);
        assertThatThrownBy(() -> agent.lift("f")).hasMessageContaining("No fault 'f' is woven");
    }

    private long widgets() {
        var count = agent.collect().classes().get("io.scupper.example.subject.Widget");
        return count == null ? 0 : count.instances();
    }

    private void awaitHeld(long held) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> agent.count("f").held() == held);
    }
}
