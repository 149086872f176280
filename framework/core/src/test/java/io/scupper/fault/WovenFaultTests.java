package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Snapshot;
import io.scupper.spi.Weaving;
import java.util.List;
import org.junit.jupiter.api.Test;

class WovenFaultTests {

    private final FakeSubject subject = FakeSubject.withoutHttp();

    @Test
    void everyStepIsTheAgents() {
        var fault = Faults.create(Faults.unclosedResponses()).prepare(subject);
        fault.arm();
        fault.lift();
        fault.compensate();
        fault.close();
        fault.close();

        assertThat(fault.bringsTraffic()).isFalse();
        assertThat(subject.told)
                .containsExactly(
                        "weave unclosed-response",
                        "arm unclosed-response",
                        "lift unclosed-response",
                        "compensate unclosed-response",
                        "unweave unclosed-response");
    }

    @Test
    void unclosedResponsesSkipTheReleaseOfTheirClient() {
        Weaving weaving = woven(Faults.unclosedResponses()
                .with("client", "OKHTTP")
                .with("caller", "com.acme")
                .with("every", 10)
                .with("maxHeld", 7));

        assertThat(weaving.effect()).isEqualTo(Effect.skip());
        assertThat(weaving.maxHeld()).isEqualTo(7);
        assertThat(weaving.activation().chooses(8)).isFalse();
        assertThat(weaving.activation().chooses(9)).isTrue();
        assertThat(weaving.joinPoints())
                .containsExactly(JoinPoint.of(
                                "OkHttp", "okhttp3.internal.connection.RealCall", "releaseConnectionNoEvents$okhttp", 0)
                        .calledFrom("com.acme"));
    }

    @Test
    void whatWillBeGivenBackIsHeldStronglyAndNothingElse() {
        assertThat(woven(Faults.unclosedResponses().with("recovery", "ASSISTED"))
                        .strongly())
                .isTrue();
        assertThat(woven(Faults.unclosedResponses()).strongly()).isFalse();
    }

    @Test
    void anyClientIsAllOfThem() {
        assertThat(woven(Faults.unclosedResponses()).joinPoints())
                .extracting(JoinPoint::label)
                .contains("Apache HttpClient 5", "OkHttp", "JDK HttpClient");
    }

    @Test
    void parkedTasksAreThoseOfTheNamedThreads() {
        Weaving weaving = woven(Faults.abandonedTasks(AbandonedTasks.How.PARK).with("thread", "orders-worker"));

        assertThat(weaving.effect()).isEqualTo(Effect.park(true));
        assertThat(weaving.joinPoints())
                .allSatisfy(point -> assertThat(point.thread()).isEqualTo("orders-worker"));
        assertThat(weaving.joinPoints()).extracting(JoinPoint::type).contains("java.util.concurrent.FutureTask");
    }

    @Test
    void aSiteOfTheUsersOwnTakesThePlaceOfTheTable() {
        Weaving weaving = woven(Faults.abandonedTasks(AbandonedTasks.How.PARK)
                .with("site", "com.acme.Job+#run, com.acme.Outer$Task#call")
                .with("interruptible", false));

        assertThat(weaving.effect()).isEqualTo(Effect.park(false));
        assertThat(weaving.joinPoints())
                .containsExactly(
                        JoinPoint.of("com.acme.Job+#run", "com.acme.Job", "run", -1)
                                .orSubtypes(),
                        JoinPoint.of("com.acme.Outer$Task#call", "com.acme.Outer$Task", "call", -1));
    }

    @Test
    void lostCancellationsAreSkippedCalls() {
        Weaving weaving =
                woven(Faults.abandonedTasks(AbandonedTasks.How.SKIP_CANCEL).with("caller", "com.acme"));

        assertThat(weaving.effect()).isEqualTo(Effect.skip());
        assertThat(weaving.joinPoints()).extracting(JoinPoint::method).containsOnly("cancel");
    }

    @Test
    void aFaultWithNowhereToStrikeSaysSo() {
        var fault = Faults.create(Faults.unclosedResponses().with("site", "com.acme.Pool+#release"))
                .prepare(subject);

        assertThat(fault.report().note())
                .isEqualTo("No class that the subject has loaded has one of its join points: com.acme.Pool+#release.");
    }

    @Test
    void theReportIsTheAgentsCount() {
        subject.count = new Snapshot.FaultCount(40, 4, 3, 2, 1);
        subject.lost = 1;
        var fault = Faults.create(Faults.unclosedResponses()).prepare(subject);
        assertThat(fault.report().held()).isEqualTo(3);
        fault.compensate();
        subject.lost = 0;
        fault.compensate();
        subject.count = new Snapshot.FaultCount(40, 4, 0, 2, 1);

        assertThat(fault.report().matched()).isEqualTo(40);
        assertThat(fault.report().fired()).isEqualTo(4);
        assertThat(fault.report().held()).as("what could not be given back").isEqualTo(1);
        assertThat(fault.report().note())
                .isEqualTo("2 more were left alone because maxHeld is 1000. "
                        + "1 could not be given back: what they were of is gone.");
    }

    @Test
    void twoOfOneTypeAreToldApart() {
        var faults = List.of(Faults.create(Faults.unclosedResponses()), Faults.create(Faults.unclosedResponses()));
        faults.get(0).prepare(subject);
        faults.get(1).prepare(subject, "unclosed-response-2").arm();

        assertThat(subject.told)
                .containsExactly("weave unclosed-response", "weave unclosed-response-2", "arm unclosed-response-2");
        assertThat(faults.get(1).id()).isEqualTo("unclosed-response");
    }

    private Weaving woven(FaultSpec spec) {
        Faults.create(spec).prepare(subject);
        return subject.woven.get(subject.woven.size() - 1);
    }
}
