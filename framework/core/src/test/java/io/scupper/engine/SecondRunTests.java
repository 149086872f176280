package io.scupper.engine;

import static io.scupper.engine.FakeSubject.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scupper.model.Finding;
import io.scupper.model.HeapGrowth;
import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Origin;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Suspect;
import io.scupper.model.Verdict;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.HeapAnalyst;
import io.scupper.spi.Recovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at once more after a leak, and what becomes of the verdict then. */
class SecondRunTests extends FakeExperiments {

    @TempDir
    Path folder;

    private final List<Map<String, Long>> compared = new ArrayList<>();
    private HeapAnalyst analyst = (before, after, grown) -> {
        compared.add(grown);
        return List.of(new HeapGrowth(OURS, new Counts(0, 211), Map.of(), List.of(path())));
    };

    @BeforeEach
    void explain() {
        explanation = new Explanation(
                (before, after, grown) -> analyst.compare(before, after, grown),
                folder.resolve("dumps"),
                "test",
                1 << 20);
    }

    @Test
    void leakIsExplainedByOneMoreRoundBetweenTwoDumps() throws Exception {
        subject.origins = Map.of(
                "insertions of " + OURS,
                List.of(new Origin("any", 211, 211, List.of("com.acme.Orders.keep(Orders.java:31)"))));
        var fault = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(subject.asked)
                .containsExactly(
                        "witness insertions of " + OURS,
                        "witness instances of " + OURS,
                        "witness tasks",
                        "dump test-before.hprof.gz",
                        "origins",
                        "dismiss",
                        "dump test-after.hprof.gz");
        assertThat(compared).containsExactly(Map.of(OURS, 211L));
        assertThat(run.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.paths()).containsExactly(path());
            assertThat(suspect.culprit()).contains("com.acme.Audit.all");
            assertThat(suspect.fingerprint()).isEqualTo("abc");
            assertThat(suspect.origins()).extracting(Origin::what).containsExactly("inserted");
        });
    }

    @Test
    void faultIsArmedOnceMoreAndEndedAgain() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {});

        run(fault, () -> {});

        assertThat(fault.calls)
                .containsExactly("prepare", "arm", "lift", "compensate", "close", "prepare", "arm", "lift", "close");
    }

    @Test
    void whatIsCleanIsNotLookedAtAgain() throws Exception {
        var fault = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        Run run = run(fault, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(subject.asked).isEmpty();
        assertThat(fault.calls).containsOnlyOnce("prepare");
    }

    @Test
    void bytesThatAPathBlamesOnTheApplicationAreALeak() throws Exception {
        analyst =
                (before, after, grown) -> List.of(new HeapGrowth("[B", new Counts(0, 211), Map.of(), List.of(path())));

        Run run = run(() -> subject.keepOne("[B"));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects().get(0).culprit()).contains("com.acme.Audit.all");
        assertThat(run.samples()).extracting(sample -> sample.phase().word()).contains("longer");
        assertThat(subject.asked).contains("witness insertions of [B").doesNotContain("witness instances of [B");
    }

    @Test
    void bytesThatNobodyHoldsAreInconclusiveAsBefore() throws Exception {
        analyst = (before, after, grown) -> List.of(new HeapGrowth("[B", new Counts(0, 211), Map.of(), List.of()));

        assertThat(run(() -> subject.keepOne("[B")).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void bytesThatComeAndGoInBatchesAreNotBlamedOnAnybody() throws Exception {
        analyst =
                (before, after, grown) -> List.of(new HeapGrowth("[B", new Counts(0, 211), Map.of(), List.of(path())));
        var operations = new AtomicLong();

        Run run = run(() -> {
            long now = operations.incrementAndGet();
            subject.instances.merge("[B", now % 190 - (now - 1) % 190, Long::sum);
        });

        assertThat(run.verdict()).as("%s", run.findings()).isNotEqualTo(Verdict.LEAK);
    }

    @Test
    void threadsAreExplainedWithoutADump() throws Exception {
        subject.parked = List.of("java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)");
        subject.origins =
                Map.of("tasks", List.of(new Origin("any", 50, 211, List.of("com.acme.Reports.order(Reports.java:8)"))));

        Run run = run(new FakeFault(Recovery.SELF, () -> subject.threads++, () -> subject.threads = 0), () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(subject.asked)
                .containsExactly("witness tasks", "witness threads", "threads", "origins", "threads", "dismiss");
        assertThat(run.suspects().get(0).culprit()).contains("com.acme.Reports.order");
        assertThat(run.suspects().get(0).origins()).extracting(Origin::what).containsExactly("submitted");
    }

    @Test
    void threadsThatTheLastRoundLeftAreToldByWhatTheyWaitForAndWhoStartedThem() throws Exception {
        List<String> start = List.of("com.acme.Reports.open(Reports.java:3)");
        subject.parked = List.of(
                "java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)", "com.acme.Task.run(Task.java:7)");
        subject.started = start;
        subject.origins = Map.of("threads", List.of(new Origin("any", 422, 422, start)));

        Run run = run(new FakeFault(Recovery.SELF, () -> subject.threads++, () -> subject.threads = 0), () -> {});

        assertThat(run.suspects().get(0).evidence())
                .startsWith(
                        "211 of them are parked in CountDownLatch.await, called by com.acme.Task.run(Task.java:7)",
                        "  java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)",
                        "  com.acme.Task.run(Task.java:7)",
                        "one for each operation: 211 of 211 operations left one");
        assertThat(run.suspects().get(0).origins()).containsExactly(new Origin("started", 422, 422, start));
    }

    @Test
    void virtualThreadsThatCannotBeReadAreSaidToBe() throws Exception {
        analyst = (before, after, grown) -> List.of();
        subject.virtualThreadsFail = "No room.";
        probes = JvmProbes.all();

        Run run = run(() -> subject.keepOne(FakeSubject.VIRTUAL_THREAD));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects()).extracting(Suspect::finding).contains("tasks:virtual threads");
        assertThat(run.reasons()).containsExactly("explanation: No room.");
        assertThat(subject.asked).contains("virtual threads").doesNotContain("threads");
    }

    @Test
    void leakThatNoPathConfirmsIsInconclusive() throws Exception {
        analyst = (before, after, grown) ->
                List.of(new HeapGrowth(OURS, new Counts(0, 0), Map.of("weak", 211L), List.of()));

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.suspects()).isEmpty();
    }

    @Test
    void comparisonThatFailsIsToldAndBothDumpsAreKept() throws Exception {
        analyst = (before, after, grown) -> {
            throw new ScupperException("Out of memory.");
        };

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.reasons())
                .containsExactly("explanation: Out of memory. The dumps are kept: %s and %s."
                        .formatted(
                                folder.resolve("dumps/test-before.hprof.gz"),
                                folder.resolve("dumps/test-after.hprof.gz")));
    }

    @Test
    void dumpThatCannotBeRemovedCostsNoPath() throws Exception {
        analyst = (before, after, grown) -> {
            try {
                // A folder that is not empty cannot be removed like a file.
                Files.createDirectories(before.resolve("full"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.of(new HeapGrowth(OURS, new Counts(0, 211), Map.of(), List.of(path())));
        };

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects().get(0).paths()).containsExactly(path());
        assertThat(run.reasons()).singleElement().asString().contains("cannot be removed");
    }

    @Test
    void dumpThatFailsLeavesTheThreadsExplained() throws Exception {
        subject.dumpFails = "No space left.";

        Run run = run(() -> {
            subject.keepOne(OURS);
            subject.threads++;
        });

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.reasons()).containsExactly("explanation: No space left.");
        assertThat(subject.asked).contains("origins", "dismiss").doesNotContain("dump test-after.hprof.gz");
    }

    @Test
    void witnessesThatFailLeaveThePathToBeFound() throws Exception {
        subject.witnessFails = "A class cannot be woven.";

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.suspects().get(0).paths()).containsExactly(path());
        assertThat(run.reasons()).containsExactly("explanation: A class cannot be woven.");
        assertThat(subject.asked).contains("dismiss").doesNotContain("origins");
    }

    @Test
    void witnessesThatFailAreNotWhyAPathIsMissing() throws Exception {
        subject.witnessFails = "A class cannot be woven.";
        analyst = (before, after, grown) -> List.of();

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.findings())
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.contains("did not grow again"));
        assertThat(run.findings()).extracting(Finding::reason).noneMatch(reason -> reason.contains("was looked for"));
    }

    @Test
    void bothAreToldWhereDumpAndWitnessesFail() throws Exception {
        subject.dumpFails = "No space left.";
        subject.witnessFails = "A class cannot be woven.";

        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.findings())
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.endsWith("no path to it was looked for: No space left."));
        assertThat(run.reasons())
                .containsExactly("explanation: No space left.", "explanation: A class cannot be woven.");
    }

    @Test
    void loadThatMissesNowEndsTheExplanationAndNotTheVerdictOnThreads() throws Exception {
        Run run = run(() -> {
            if (phase == io.scupper.model.Phase.EXPLANATION) {
                throw new IOException("exhausted");
            }
            subject.threads++;
        });

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.reasons())
                .singleElement()
                .asString()
                .startsWith("explanation: The load missed in explanation round 1:")
                .contains("exhausted");
    }

    /** Each operation is far slower than in the first run; the bound is three seconds and three times the slowest round. */
    @Test
    void roundThatTakesMuchLongerThanThoseBeforeIsGivenUp() throws Exception {
        var never = new CountDownLatch(1);

        Run run = run(() -> {
            if (phase == io.scupper.model.Phase.EXPLANATION) {
                never.await(50, TimeUnit.MILLISECONDS);
            }
            subject.threads++;
        });

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.reasons())
                .singleElement()
                .asString()
                .startsWith("explanation: The load is too slow in explanation round 1:");
    }

    @Test
    void suspectsThatNameACulpritComeFirst() throws Exception {
        String other = "com.acme.Unheld";
        analyst = (before, after, grown) -> List.of(
                new HeapGrowth(other, new Counts(0, 422), Map.of(), List.of()),
                new HeapGrowth(OURS, new Counts(0, 211), Map.of(), List.of(path())));

        Run run = run(() -> {
            subject.keepOne(OURS);
            subject.keepOne(other);
            subject.keepOne(other);
        });

        assertThat(run.suspects())
                .extracting(
                        suspect -> suspect.finding(),
                        suspect -> suspect.culprit().orElse(""))
                .containsExactly(tuple("heap:" + OURS, "com.acme.Audit.all"), tuple("heap:" + other, ""));
    }

    @Test
    void samplesOfItAreNoneOfTheRun() throws Exception {
        Run run = run(() -> subject.keepOne(OURS));

        assertThat(run.samples()).extracting(sample -> sample.phase().word()).doesNotContain("explanation");
        assertThat(Files.isDirectory(folder.resolve("dumps"))).isTrue();
    }

    private static HeapPath path() {
        return new HeapPath(
                "abc",
                "static field of class com.acme.Audit",
                List.of(new HeapPath.Step("", "class com.acme.Audit", new Counts(1, 1), List.of())),
                new HeapPath.Place("all", "ArrayList", new Counts(0, 211), "elements", List.of()),
                Optional.of("com.acme.Audit.all"),
                new Counts(0, 211),
                new Counts(0, 1_000));
    }
}
