package io.scupper.engine;

import static io.scupper.engine.FakeSubject.OURS;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.scupper.model.AllocatingThread;
import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding.Outcome;
import io.scupper.model.HeapFootprint;
import io.scupper.model.HeapGrowth;
import io.scupper.model.Origin;
import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.spi.Companion;
import io.scupper.spi.HeapAnalyst;
import io.scupper.spi.Meter;
import io.scupper.spi.Recovery;
import io.scupper.spi.RuntimeKind;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured after the verdict, and what becomes of the verdict then. */
class BudgetRunTests extends FakeExperiments {

    private static final String BODY = "[B";
    private static final long AT_REST = 10 << 20;

    private final FakeFault harmless = new FakeFault(Recovery.SELF, () -> {}, () -> {});
    private final AtomicLong queries = new AtomicLong();

    @BeforeEach
    void inAJvmOfItsOwn() {
        subject.kind = RuntimeKind.FORKED;
    }

    @Test
    void whatIsAllocatedIsDividedByTheOperationsOfOneRound() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_000));

        Run run = run(harmless, () -> subject.allocated += 1_024);

        assertThat(run.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(run.budgets().get(0).measured()).hasValue(1_024);
        assertThat(told)
                .containsSubsequence("budget 1 begins", "budget 2 begins", "budget 3 begins")
                .doesNotContain("budget 4 begins");
    }

    @Test
    void budgetThatIsKeptToLeavesTheVerdictClean() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_024));

        Run run = run(harmless, () -> subject.allocated += 1_024);

        assertThat(run.verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(told).as("nobody asks where it was").doesNotContain("budget 3 begins");
        assertThat(run.budgets())
                .singleElement()
                .satisfies(met -> assertThat(met.outcome()).isEqualTo(Outcome.MET));
    }

    @Test
    void memoryBeyondItsBudgetIsToldWithTheCodeThatAllocates() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_000));
        String frame = "com.acme.Audit.keep(Audit.java:31)";
        subject.allocating = () -> List.of(new AllocatingThread(1, 1_024, List.of(frame)));

        Run run = run(harmless, () -> allocateUntilLookedAt(3));

        assertThat(run.budgets().get(0).evidence())
                .singleElement(as(STRING))
                .startsWith("100 % of what was seen being allocated, in ")
                .endsWith(" looks, was in " + frame);
    }

    @Test
    void figureStaysWhereNobodyCouldSeeTheCode() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_000));
        subject.allocating = () -> {
            throw new ScupperException("This JVM does not tell.");
        };

        Run run = run(harmless, () -> allocateUntilLookedAt(1));

        assertThat(run.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(run.budgets().get(0).measured()).hasValue(1_024);
        assertThat(run.budgets().get(0).evidence())
                .containsExactly("nobody saw where it is spent: This JVM does not tell.");
    }

    @Test
    void threadsThatEndedUncountedMakeItInconclusive() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_000));
        subject.lostThreads = 2;

        Run run = run(harmless, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.budgets().get(0).reason()).startsWith("2 threads ended during the round");
    }

    @Test
    void whatIsLiveWhileOperationsRunIsThePeak() throws Exception {
        budgets = List.of(new Budget(Measure.PEAK_HEAP, AT_REST + 100 * 64));
        subject.instances.put(BODY, 0L);

        Run run = run(harmless, this::holdABodyInBudgetRounds);

        assertThat(run.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(run.budgets().get(0).evidence())
                .first()
                .isEqualTo("at the peak 625 KiB more of byte[] than at rest, in 10000 more instances");
        assertThat(run.budgets().get(0).measured()).hasValue(AT_REST + 10_000 * 64);
        subject.instances.remove(BODY);
    }

    @Test
    void theHighestOfTheLooksCounts() throws Exception {
        budgets = List.of(new Budget(Measure.PEAK_HEAP, AT_REST + 100 * 64));
        subject.instances.put(BODY, 0L);
        subject.whenCollected = () -> {
            if (phase == Phase.BUDGET) {
                subject.instances.merge(BODY, 10_000L, (held, ever) -> held == 10_000 ? 5_000L : 10_000L);
            }
        };

        Run run = run(harmless, () -> {});

        assertThat(run.budgets().get(0).measured()).hasValue(AT_REST + 10_000 * 64);
    }

    @Test
    void questionsAreCountedByTheMetersOfCompanionsAndTold() throws Exception {
        subject.companions = List.of(counting());
        budgets = List.of(new Budget(Measure.QUERIES, 1));

        Run run = run(harmless, () -> queries.addAndGet(2));

        assertThat(run.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(run.budgets().get(0).measured()).hasValue(2);
        assertThat(run.budgets().get(0).evidence()).containsExactly("2 per operation: select 1");
        assertThat(subject.asked).containsSubsequence("witness queries", "origins", "dismiss");
    }

    @Test
    void questionsBeyondTheirBudgetAreToldWithTheCodeThatAsks() throws Exception {
        subject.companions = List.of(counting());
        subject.origins = Map.of(
                "queries",
                List.of(
                        new Origin("any", 0, 300, List.of("com.acme.Prices.read(Prices.java:7)")),
                        new Origin("any", 0, 100, List.of("org.postgresql.Driver.connect(Driver.java:1)"))));
        budgets = List.of(new Budget(Measure.QUERIES, 1));

        Run run = run(harmless, () -> queries.addAndGet(2));

        assertThat(run.budgets().get(0).evidence())
                .containsExactly(
                        "2 per operation: select 1",
                        "75 % of those that were seen were asked in com.acme.Prices.read(Prices.java:7)");
    }

    @Test
    void questionsWithinTheirBudgetAreNotLookedOutFor() throws Exception {
        subject.companions = List.of(counting());
        budgets = List.of(new Budget(Measure.QUERIES, 2));

        run(harmless, () -> queries.addAndGet(2));

        assertThat(subject.asked).doesNotContain("witness queries");
    }

    @Test
    void budgetThatNoCompanionCountsForIsAnErrorBeforeAnythingIsDone() {
        budgets = List.of(new Budget(Measure.QUERIES, 1));

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> run(harmless, () -> {}))
                .withMessageStartingWith(
                        "queriesPerOperation cannot be measured: none of the subject's companions counts")
                .withMessageContaining("countingQueries()");
        assertThat(told).isEmpty();
    }

    @Test
    void memoryThatTheTestHasPartInIsNotMeasured() {
        subject.kind = RuntimeKind.IN_PROCESS;
        budgets = List.of(new Budget(Measure.PEAK_HEAP, 1));

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> run(harmless, () -> {}))
                .withMessageStartingWith("peakHeap cannot be measured in-process");
    }

    @Test
    void classWithoutInstancesIsAnErrorThatNamesTheNearest() {
        budgets = List.of(new Budget(Measure.SHALLOW, "com.acme.orders.Audit", 16));
        subject.instances.put(OURS, 5L);

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> run(harmless, () -> {}))
                .withMessageStartingWith("shallow of com.acme.orders.Audit cannot be measured")
                .withMessageContaining("Was 'com.acme.Audit' meant?");
    }

    @Test
    void whatInstancesHoldIsReadFromADumpThatIsTakenAwayAgain(@TempDir Path folder) throws Exception {
        budgets = List.of(new Budget(Measure.RETAINED, OURS, 64));
        subject.instances.put(OURS, 5L);
        var asked = new ArrayList<Path>();
        explanation = new Explanation(
                new HeapAnalyst() {
                    @Override
                    public List<HeapGrowth> compare(Path before, Path after, Map<String, Long> grown) {
                        return List.of();
                    }

                    @Override
                    public HeapFootprint footprint(Path dump, String className) {
                        asked.add(dump);
                        return new HeapFootprint(5, 5 * 24, 5 * 72);
                    }
                },
                folder,
                "test",
                1 << 20);

        Run run = run(harmless, () -> {});

        assertThat(run.verdict()).isEqualTo(Verdict.OVER_BUDGET);
        assertThat(run.budgets().get(0).measured()).hasValue(72);
        assertThat(run.budgets().get(0).evidence()).contains("of these their own: 24 B each");
        assertThat(asked).containsExactly(folder.resolve("test-budget.hprof.gz"));
        assertThat(subject.asked).contains("dump test-budget.hprof.gz");
    }

    @Test
    void whatInstancesHoldIsNotMeasuredWithoutDumps() {
        budgets = List.of(new Budget(Measure.RETAINED, OURS, 64));

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> run(harmless, () -> {}))
                .withMessageStartingWith("retained of com.acme.Audit cannot be measured: it takes a heap dump");
    }

    @Test
    void leakComesFirst() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1));
        var leaking = new FakeFault(Recovery.SELF, () -> subject.keepOne(OURS), () -> {});

        Run run = run(leaking, () -> subject.allocated += 1_024);

        assertThat(run.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(run.budgets().get(0).outcome()).isEqualTo(Outcome.UNMEASURED);
        assertThat(told).doesNotContain("budget 1 begins");
    }

    @Test
    void faultThatFiresNoMoreTellsNothing() throws Exception {
        budgets = List.of(new Budget(Measure.ALLOCATED, 1_000));
        var spent = new FakeFault(Recovery.SELF, () -> {}, () -> {});

        Run run = run(spent, () -> {
            if (phase == Phase.BUDGET) {
                spent.lift();
            }
        });

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.budgets().get(0).reason()).startsWith("The fault did not fire in the rounds that are measured.");
    }

    @Test
    void withoutABudgetNothingIsMeasured() throws Exception {
        Run run = run(harmless, () -> {});

        assertThat(run.budgets()).isEmpty();
        assertThat(told).doesNotContain("budget 1 begins");
    }

    /** In the round that is looked into it goes on until that has happened so often. */
    private void allocateUntilLookedAt(int times) {
        subject.allocated += 1_024;
        if (told.contains("budget 3 begins") && subject.looksAtAllocations.get() < times) {
            await().until(() -> subject.looksAtAllocations.get() >= times);
        }
    }

    private void holdABodyInBudgetRounds() {
        // Counts rise by what is not read while operations run: the looks are taken amid them.
        subject.instances.put(BODY, phase == Phase.BUDGET ? 10_000L : 0L);
    }

    private Companion counting() {
        Meter meter = new Meter() {
            @Override
            public Measure measure() {
                return Measure.QUERIES;
            }

            @Override
            public String source() {
                return "a fake";
            }

            @Override
            public Map<String, Long> read() {
                return Map.of("select 1", queries.get());
            }
        };
        return (Companion) Proxy.newProxyInstance(
                Companion.class.getClassLoader(), new Class<?>[] {Companion.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("meters")) {
                        return List.of(meter);
                    }
                    return method.getReturnType() == List.class ? List.of() : null;
                });
    }
}
