package io.scupper.engine;

import static io.scupper.engine.FakeSubject.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Finding;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Suspect;
import io.scupper.model.Verdict;
import io.scupper.spi.Keys;
import io.scupper.spi.Probe;
import io.scupper.spi.Recovery;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ExperimentTests extends FakeExperiments {

    @Test
    void nothingThatGrowsIsClean() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(run.recoveredAfter()).isPresent();
        assertThat(run.faults())
                .singleElement()
                .satisfies(record -> assertThat(record.fired()).isEqualTo(5 * 211));
    }

    @Test
    void classThatTheFaultMakesGrowIsALeakAndTheControlRateIsTold() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.recoveredAfter()).isEmpty();
        assertThat(run.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.finding()).isEqualTo("heap:" + OURS);
            assertThat(suspect.what()).contains("+1.000 per operation");
            assertThat(suspect.evidence()).contains("without the fault it grew by +0.000 per operation");
        });
    }

    @Test
    void garbageThatFloatsFromOneCollectionToTheNextIsNotSeen() throws Exception {
        subject.floats = OURS;
        var fault = new FakeFault(Recovery.SELF, () -> subject.floating++, () -> {});

        assertThat(run(fault, () -> {}).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void classThatGrowsByItselfIsCalledDrivenByTime() throws Exception {
        subject.growsByItself = OURS;

        Run run = run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects().get(0).evidence())
                .anyMatch(line -> line.startsWith("it grows without any operation too, driven by time: +"));
    }

    @Test
    void classThatTheWorkloadMakesGrowIsCalledTheWorkloadsOwn() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        Run run = run(fault, () -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects().get(0).evidence()).contains("it grows without the fault too: +1.000 per operation");
    }

    @Test
    void whatIsKeptForEachKeyIsToldFromWhatIsKeptForEachOperation() throws Exception {
        Set<String> cache = ConcurrentHashMap.newKeySet();

        Run perKey = runOnKeys(key -> {
            if (cache.add(key)) {
                subject.keepOne(OURS);
            }
        });
        Run perOperation = runOnKeys(key -> subject.keepOne(OURS));

        assertThat(perKey.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(perKey.suspects().get(0).evidence())
                .contains("kept for each new key, as by a cache without a bound: +0 in a round of the same keys");
        assertThat(perOperation.suspects().get(0).evidence())
                .contains("kept for each operation, whatever its key: +211 in a round of the same keys");
        assertThat(perKey.samples()).extracting(Sample::phase).containsOnlyOnce(Phase.SAME_KEYS);
    }

    @Test
    void whereTheOperationHasNoKeysNoRoundIsGivenToThem() throws Exception {
        run(new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {}), () -> {});

        assertThat(told).noneMatch(line -> line.startsWith("same keys"));
    }

    private Run runOnKeys(Consumer<String> operation) throws InterruptedException {
        return new Experiment(
                        plan(List.of()),
                        subject,
                        List.of(),
                        () -> operation.accept(Keys.next()),
                        listener(),
                        new FastPace())
                .run();
    }

    @Test
    void leakIsFoundWithoutAnyFault() throws Exception {
        var count = new AtomicLong();

        Run run = new Experiment(
                        plan(List.of()), subject, List.of(), () -> keepOneInTen(count), listener(), new FastPace())
                .run();

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.findings().stream().filter(finding -> finding.name().equals("heap:" + OURS)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.perOperation()).isBetween(0.09, 0.11));
    }

    @Test
    void suspicionIsFollowedForTwelveRoundsAndACacheThatFillsUpIsNoLeak() throws Exception {
        var fault = new FakeFault(
                Recovery.SELF,
                () -> {
                    if (subject.instances.getOrDefault(OURS, 0L) < 8 * 211) {
                        subject.keepOne(OURS);
                    }
                },
                () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.samples().stream().filter(sample -> sample.phase() == Phase.ARMED))
                .as("eight that fill it, and three that show it at rest")
                .hasSize(11);
        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(run.findings()).extracting(Finding::kind).contains(Finding.Kind.BOUNDED);
    }

    @Test
    void leakThatEndsTheSubjectsServiceIsJudgedByWhatCanBeCounted() throws Exception {
        var fault = new FakeFault(
                Recovery.SELF,
                () -> {
                    subject.keepOne(OURS);
                    subject.threads++;
                },
                () -> {});

        Run run = run(fault, this::failOnceManyAreKept);

        assertThat(told).anyMatch(line -> line.contains("no more rounds") && line.contains("pool exhausted"));
        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects()).extracting(Suspect::finding).containsExactly("threads:worker-*");
    }

    @Test
    void suspicionThatCannotBeFollowedIsInconclusive() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {});

        assertThat(run(fault, this::failOnceManyAreKept).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private void failOnceManyAreKept() throws IOException {
        if (subject.instances.getOrDefault(OURS, 0L) > 6 * 211) {
            throw new IOException("pool exhausted");
        }
    }

    @Test
    void assistedFaultIsCompensatedBeforeTheVerdict() throws Exception {
        var fault = new FakeFault(Recovery.ASSISTED, () -> subject.keepOne(OURS), () -> subject.instances.remove(OURS));

        Run run = run(fault, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(fault.calls).startsWith("prepare", "arm", "lift", "compensate");
    }

    @Test
    void selfRecoveryIsJudgedBeforeAnythingIsGivenBack() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> subject.instances.remove(OURS));

        assertThat(run(fault, () -> {}).verdict()).isEqualTo(Verdict.LEAK);
        assertThat(fault.calls).containsExactly("prepare", "arm", "lift", "compensate", "close");
    }

    @Test
    void threadPerOperationIsALeak() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.threads++, () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.findings())
                .filteredOn(finding -> finding.name().equals("threads:worker-*"))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.GROWTH);
        assertThat(run.suspects().get(0).evidence())
                .contains("1055 of them are parked in Task.run, called by com.acme.Task.run", "  com.acme.Task.run");
    }

    @Test
    void faultThatNeverFiresIsAnErrorAndIsClosed() {
        var fault = new FakeFault(Recovery.SELF, FakeFault.NEVER, () -> {});

        assertThatThrownBy(() -> run(fault, () -> {}))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("Fault 'fake' never fired in 1055 operations");
        assertThat(fault.calls).endsWith("close");
    }

    @Test
    void loadThatMissesIsAnErrorWithItsFirstCause() {
        var fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        assertThatThrownBy(() -> run(fault, () -> {
                    throw new IOException("connection refused");
                }))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining(
                        "The load missed in warm-up round 1: 3 of the first 3 operations failed, at most 1 % of 211 may")
                .hasMessageContaining("connection refused")
                .hasCauseInstanceOf(IOException.class);
        assertThat(fault.calls).containsExactly("prepare", "close");
    }

    @Test
    void subjectThatDiesEndsTheRoundAtOnce() {
        var fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        assertThatThrownBy(() -> run(fault, () -> subject.death = new ScupperException("exited with code 137")))
                .isInstanceOf(ScupperException.class)
                .hasMessage("exited with code 137");
        assertThat(fault.calls).endsWith("close");
    }

    @Test
    void probeThatCannotBeReadIsAnError() {
        Probe broken = probe("broken", snapshot -> {
            throw new ScupperException("Redis does not answer");
        });

        assertThatThrownBy(() -> new Experiment(
                                plan(List.of()), subject, List.of(broken), () -> {}, listener(), new FastPace())
                        .run())
                .hasMessage("Redis does not answer");
    }

    @Test
    void warmUpThatNeverGetsQuietIsInconclusive() throws Exception {
        var count = new AtomicLong();

        Run run = new Experiment(plan(List.of()), subject, List.of(), () -> rise(count), listener(), new FastPace())
                .run();

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.reasons()).singleElement().asString().contains("did not get quiet in 10 rounds", OURS);
    }

    @Test
    void progressIsToldForEachRound() throws Exception {
        run(new FakeFault(Recovery.SELF, () -> {}, () -> {}), () -> {});

        assertThat(told)
                .containsSubsequence(
                        "warm-up 1 begins",
                        "warm-up 1 sampled",
                        "control 3 sampled",
                        "armed 1 begins",
                        "settle 1 sampled");
    }

    /** Goes up by four in one round and by five hundred in the next. */
    private void rise(AtomicLong count) {
        long round = count.getAndIncrement() / 211;
        subject.instances.put(OURS, 252 * round + round % 2 * 248);
    }

    private void keepOneInTen(AtomicLong count) {
        if (count.incrementAndGet() % 10 == 0) {
            subject.keepOne(OURS);
        }
    }

    private static Probe probe(String name, java.util.function.Function<Snapshot, Map<Resource, Long>> reading) {
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<Resource, Long> read(Snapshot snapshot) {
                return reading.apply(snapshot);
            }
        };
    }
}
