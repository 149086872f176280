package io.scupper.engine;

import static io.scupper.engine.FakeSubject.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.Verdict;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What more rounds, and rounds of other kinds, tell of a suspicion. */
class EscalationTests extends FakeExperiments {

    private final AtomicLong operations = new AtomicLong();

    @ParameterizedTest
    @ValueSource(
            ints = {
                2, 7, 50, 70, 105, 190, 195, 199, 200, 203, 205, 208, 209, 210, 212, 220, 250, 300, 400, 422, 500, 633
            })
    void whatIsWrittenOffInBatchesIsNeverALeak(int batch) throws Exception {
        Run run = run(() -> gather(batch));

        assertThat(run.verdict()).as("%s", run.findings()).isNotEqualTo(Verdict.LEAK);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 50, 70, 105, 190, 195, 199, 200, 203, 205, 208, 209, 210, 212, 220, 250, 300, 400, 500})
    void mostBatchesAreClean(int batch) throws Exception {
        Run run = run(() -> gather(batch));

        assertThat(run.verdict()).as("%s", run.findings()).isEqualTo(Verdict.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50, 105, 190, 195, 200, 201, 205, 209, 212, 300, 400, 500, 633})
    void leakOnOneOperationInTenIsNotHiddenByBatchesOfTheSameClass(int batch) throws Exception {
        Run run = run(() -> {
            gather(batch);
            if (operations.get() % 10 == 0) {
                subject.keepOne(OURS);
            }
        });

        assertThat(run.verdict()).as("%s", run.findings()).isNotEqualTo(Verdict.CLEAN);
    }

    @Test
    void batchThatIsNearlyARoundIsGivenAwayByALongerOneAndClearedByUnevenOnes() throws Exception {
        Run run = run(() -> gather(205));

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(run.samples())
                .filteredOn(sample -> sample.phase() == Phase.UNEVEN)
                .extracting(Sample::operations)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .allMatch(operations -> operations >= 211 && operations <= 422);
        assertThat(run.findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.WITHIN_TOLERANCE)
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.contains(" in a round of 317 operations, where 9 were to be expected; "
                        + "over rounds of ever other lengths it comes and goes by up to "));
    }

    @Test
    void batchIsNotDecidedWhereUnevenRoundsDoNotLand() throws Exception {
        Run run = run(() -> {
            if (phase == Phase.UNEVEN) {
                throw new java.io.IOException("refused");
            }
            gather(209);
        });

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.findings())
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.endsWith("it may come and go in batches"));
    }

    /** Only what a longer round does not bear out costs the time of uneven ones. */
    @Test
    void leakCostsNoUnevenRounds() throws Exception {
        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.samples())
                .extracting(Sample::phase)
                .contains(Phase.LONGER)
                .doesNotContain(Phase.UNEVEN);
    }

    @Test
    void leakGrowsInALongerRoundAsItShould() throws Exception {
        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.samples()).extracting(Sample::operations).contains(317L);
    }

    @Test
    void socketsThatOnlyTheCollectorClosesAreALeak() throws Exception {
        subject.whenCollected = () -> subject.sockets = 0;

        Run run = run(() -> subject.sockets++);

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.findings()).extracting(Finding::kind).contains(Finding.Kind.COLLECTED);
        assertThat(run.samples()).extracting(Sample::phase).contains(Phase.PATIENT);
    }

    /** Each round is collected before the two seconds are over, and just then something closes them. */
    @Test
    void socketsThatATimerClosesJustAsTheyAreCollectedAreNone() throws Exception {
        var lastNanos = new AtomicLong();
        subject.whenCollected = () -> subject.sockets *= pace.nanos() - lastNanos.get() < 2_000_000_000L ? 0 : 1;

        Run run = run(() -> {
            lastNanos.set(pace.nanos());
            subject.sockets = phase == Phase.WARM_UP ? 0 : 20;
            pace.after(Duration.ofSeconds(2), () -> subject.sockets = 0);
        });

        assertThat(run.samples())
                .filteredOn(sample -> !sample.rest().collected().isEmpty())
                .as("closed while they were collected")
                .hasSize(5);
        assertThat(run.verdict()).as("%s", run.findings()).isEqualTo(Verdict.CLEAN);
    }

    /** In eleven rounds of eight operations nothing tells the two apart. */
    @Test
    void boundedCollectionIsCleanWhereRoundsAreTooShortToFillIt() throws Exception {
        operationsPerRound = 8;
        Run run = run(() -> {
            if (operations.incrementAndGet() <= 250) {
                subject.keepOne(OURS);
            }
        });

        assertThat(run.verdict()).as("%s", run.findings()).isEqualTo(Verdict.CLEAN);
        assertThat(run.findings())
                .extracting(Finding::reason)
                .contains(
                        "grew by 1.000 instances per operation at first and has come to rest after 200 operations more:"
                                + " bounded at about 250 instances");
        assertThat(run.samples())
                .filteredOn(sample -> sample.phase() == Phase.FILLING)
                .extracting(Sample::operations)
                .containsExactly(200L, 24L);
        assertThat(run.samples())
                .filteredOn(sample -> sample.phase() == Phase.CONTROL)
                .as("no more rounds that could not tell")
                .hasSize(5);
    }

    @Test
    void leakThatLiveHeapDoesNotShowIsNotCleanWhereRoundsAreShort() throws Exception {
        operationsPerRound = 8;
        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).as("%s", run.findings()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.findings())
                .extracting(Finding::reason)
                .anyMatch(reason ->
                        reason.contains("; after 200 operations more it still grew by 24 in 24. Let a round have 200"));
    }

    /** 1.6 MiB after five rounds, which live heap may scatter by, and 10 MiB after the filling one. */
    @Test
    void leakThatTheFillingRoundBringsOutIsALeakAndABoundedCollectionIsNone() throws Exception {
        operationsPerRound = 8;
        subject.instanceBytes = 40 << 10;
        Run leak = run(() -> subject.keepOne(OURS));

        assertThat(leak.verdict()).as("%s", leak.findings()).isEqualTo(Verdict.LEAK);

        subject.instances.clear();
        Run bounded = run(() -> {
            if (operations.incrementAndGet() <= 150) {
                subject.keepOne(OURS);
            }
        });

        assertThat(bounded.verdict()).as("%s", bounded.findings()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void leakIsNotCleanWhereTheFillingRoundDoesNotLand() throws Exception {
        operationsPerRound = 8;
        Run run = run(() -> {
            if (phase == Phase.FILLING) {
                throw new java.io.IOException("refused");
            }
            subject.keepOne(OURS);
        });

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(told).anyMatch(note -> note.startsWith("no filling round: "));
    }

    @Test
    void fillingRoundThatWouldTakeMinutesIsNotBegun() throws Exception {
        operationsPerRound = 8;
        Run run = run(() -> {
            subject.keepOne(OURS);
            pace.pause(300);
        });

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(told).contains("no filling round: 200 operations would take longer than 60 s");
        assertThat(run.samples()).extracting(Sample::phase).doesNotContain(Phase.FILLING);
    }

    /** 3.8 MiB after twelve rounds of eight, which live heap does show. */
    @Test
    void slowRoundsAreFollowedWhereNoFillingOneCanBe() throws Exception {
        operationsPerRound = 8;
        subject.instanceBytes = 40 << 10;
        Run run = run(() -> {
            subject.keepOne(OURS);
            pace.pause(300);
        });

        assertThat(run.verdict()).as("%s", run.findings()).isEqualTo(Verdict.LEAK);
        assertThat(run.samples())
                .filteredOn(sample -> sample.phase() == Phase.CONTROL)
                .hasSize(Plan.ESCALATED_ROUNDS);
    }

    /** The pool would be used up before anybody could ask who takes from it. */
    @Test
    void leakThatIsCountedIsNotFilledUp() throws Exception {
        operationsPerRound = 8;
        Run run = run(() -> {
            subject.keepOne(OURS);
            subject.sockets++;
        });

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.samples()).extracting(Sample::phase).doesNotContain(Phase.FILLING);
    }

    private void gather(int batch) {
        long now = operations.incrementAndGet();
        long before = (now - 1) % batch;
        subject.instances.merge(OURS, now % batch - before, Long::sum);
    }
}
