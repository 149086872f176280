package io.scupper.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import io.scupper.model.Course;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Phase;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.Suspect;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureMessageTests {

    private static final Path RECORD = Path.of("target", "scupper", "record.json");

    @Test
    void firstLineOfALeakIsCompleteByItself() {
        var suspect = new Suspect(
                "threads:worker-*",
                "5 more than baseline",
                List.of("5 of them are parked in Worker.run"),
                "Shut it down.");

        String message = FailureMessage.of(run(Verdict.LEAK, List.of(suspect), List.of()), RECORD);

        assertThat(message.lines())
                .containsSubsequence(
                        "LEAK in OrdersLeakIT.reports: threads:worker-*: 5 more than baseline, 3 s after lift.",
                        "  suspect   threads:worker-*: 5 more than baseline",
                        "            5 of them are parked in Worker.run",
                        "  to do     Shut it down.",
                        "  fault     abandoned-task fired 5 of 211 times, recovery SELF, withheld 5 when it was lifted; parked",
                        "  subject   orders.jar (forked JVM)",
                        "  record    " + RECORD);
    }

    @Test
    void messageIsAsAgreed() {
        var thread = new Suspect(
                "threads:worker-*",
                "5 more than baseline (baseline 2, now 7, +0.005 per operation)",
                List.of(
                        "5 of them are parked in CountDownLatch.await, called by com.acme.Worker.run(Worker.java:12)",
                        "  com.acme.Worker.run(Worker.java:12)",
                        "one for each operation: 5 of 5 operations left one"),
                "Shut it down.");
        var other = new Suspect("heap:com.acme.Order", "211 more than baseline", List.of(), "Bound it.");

        assertThat(FailureMessage.of(run(Verdict.LEAK, List.of(thread, other), List.of()), Path.of("record.json")))
                .isEqualTo("""
                        LEAK in OrdersLeakIT.reports: threads:worker-*: 5 more than baseline (baseline 2, now 7, +0.005 per operation) and 1 more, 3 s after lift.
                          suspect   threads:worker-*: 5 more than baseline (baseline 2, now 7, +0.005 per operation)
                                    5 of them are parked in CountDownLatch.await, called by com.acme.Worker.run(Worker.java:12)
                                      com.acme.Worker.run(Worker.java:12)
                                    one for each operation: 5 of 5 operations left one
                          to do     Shut it down.
                          suspect   heap:com.acme.Order: 211 more than baseline
                          to do     Bound it.
                          fault     abandoned-task fired 5 of 211 times, recovery SELF, withheld 5 when it was lifted; parked
                          subject   orders.jar (forked JVM)
                          record    record.json
                          If this is expected: declare what is allowed in @ReturnsToBaseline (heap, threads, connections, descriptors), or give it longer with within.""");
    }

    @Test
    void pathsAndOriginsOfASuspectAreToldAsAgreed() {
        var thread = new Suspect("threads:worker-*", "5 more than baseline", List.of(), "Shut it down.");

        assertThat(FailureMessage.of(
                        run(Verdict.LEAK, List.of(Explained.orders(), thread), List.of()),
                        Path.of("record.json"),
                        "record.html"))
                .isEqualTo("""
                        LEAK in OrdersLeakIT.reports: heap:com.acme.Order: 2321 more than baseline (baseline 0, now 2321, +1.000 per operation) and 1 more, 3 s after lift.
                          culprit   com.acme.Orders.recent
                          suspect   heap:com.acme.Order: 2321 more than baseline (baseline 0, now 2321, +1.000 per operation)
                                    without the fault it grew by +0.000 per operation
                                    held by static field of class com.acme.Orders
                                    └ recent: java.util.concurrent.ConcurrentHashMap   ← Orders.recent
                                      └ ["o-17"], ["o-18"], …: 422 × com.acme.Order   +211 in a round, +1.000 per operation, retains 3.2 MiB and more
                                    also held by thread local of thread "http-7"
                                    └ threadLocals: java.lang.ThreadLocal$ThreadLocalMap
                                      └ [thread local com.acme.Audit.SEEN]: java.util.ArrayList
                                        └ [element]: 422 × com.acme.Order   +211 in a round, +1.000 per operation
                                    inserted by (211 of 211 stayed)
                                      com.acme.Orders.keep(Orders.java:31)
                                      com.acme.OrderController.post(OrderController.java:52)
                          to do     Bound it.
                          suspect   threads:worker-*: 5 more than baseline
                          to do     Shut it down.
                          fault     abandoned-task fired 5 of 211 times, recovery SELF, withheld 5 when it was lifted; parked
                          subject   orders.jar (forked JVM)
                          record    record.json
                          report    record.html
                          If this is expected: declare what is allowed in @ReturnsToBaseline (heap, threads, connections, descriptors), or give it longer with within.""");
    }

    @Test
    void aCulpritOfSeveralSuspectsIsNamedOnce() {
        String message = FailureMessage.of(
                run(Verdict.LEAK, List.of(Explained.orders(), Explained.orders()), List.of()), RECORD);

        assertThat(message.lines().filter(line -> line.startsWith("  culprit")))
                .containsExactly("  culprit   com.acme.Orders.recent");
    }

    @Test
    void furtherSuspectsAreNamedInOneLine() {
        List<Suspect> suspects = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> new Suspect("heap:Class" + i, "more", List.of(), "Bound it."))
                .toList();

        String message = FailureMessage.of(run(Verdict.LEAK, suspects, List.of()), RECORD);

        assertThat(message).contains("more and 4 more, 3 s after lift.");
        assertThat(message.lines().filter(line -> line.startsWith("  suspect"))).hasSize(3);
        assertThat(message.lines()).contains("  also      heap:Class4, heap:Class5");
    }

    @Test
    void whatIsUndecidedIsToldWithItsReason() {
        var finding = new Finding("threads:worker-*", Unit.COUNT, Kind.UNDECIDED, 1, 3, 0.1, "rose in 2 of 5 rounds");

        String message = FailureMessage.of(run(Verdict.INCONCLUSIVE, List.of(), List.of(finding)), RECORD);

        assertThat(message)
                .startsWith("INCONCLUSIVE in OrdersLeakIT.reports: threads:worker-*: rose in 2 of 5 rounds")
                .contains("  undecided threads:worker-*: rose in 2 of 5 rounds")
                .doesNotContain("If this is expected");
    }

    @Test
    void missedBudgetHasTheShapeOfALeak() {
        var missed = BudgetFinding.measured(
                new Budget(Measure.PEAK_HEAP, 12 << 20),
                24 << 20,
                "The most that was live at any of 9 looks.",
                List.of("at the peak 20 MiB more of byte[] than at rest, in 8 more instances"),
                "Bound it.");
        var unmeasured = BudgetFinding.unmeasured(new Budget(Measure.ALLOCATED, 10), "2 threads ended.");

        String message =
                FailureMessage.of(budgeted(Verdict.OVER_BUDGET, List.of(missed, unmeasured)), RECORD, "page.html");

        assertThat(message).isEqualTo("""
                        OVER_BUDGET in OrdersLeakIT.reports: peakHeap: 24 MiB measured, 12 MiB allowed.
                          budget    peakHeap: 24 MiB measured, 12 MiB allowed, 2.0 times as much
                                    The most that was live at any of 9 looks.
                                    at the peak 20 MiB more of byte[] than at rest, in 8 more instances
                          to do     Bound it.
                          unmeasured allocatedPerOperation: 2 threads ended.
                          fault     abandoned-task fired 5 of 211 times, recovery SELF, withheld 5 when it was lifted; parked
                          subject   orders.jar (forked JVM)
                          record    %s
                          report    page.html
                          If this is expected: allow more in @Budget.""".formatted(RECORD));
    }

    @Test
    void budgetThatCouldNotBeMeasuredIsWhyThereIsNoVerdict() {
        var unmeasured = BudgetFinding.unmeasured(new Budget(Measure.ALLOCATED, 10), "2 threads ended.");

        assertThat(FailureMessage.of(budgeted(Verdict.INCONCLUSIVE, List.of(unmeasured)), RECORD))
                .startsWith("INCONCLUSIVE in OrdersLeakIT.reports: allocatedPerOperation: 2 threads ended.");
    }

    private static Run budgeted(Verdict verdict, List<BudgetFinding> budgets) {
        Run run = run(verdict, List.of(), List.of());
        return new Run(
                run.test(),
                run.runtime(),
                run.subject(),
                run.faults(),
                run.samples(),
                run.findings(),
                run.suspects(),
                run.verdict(),
                run.within(),
                run.recoveredAfter(),
                run.reasons(),
                run.planted(),
                run.took(),
                run.course(),
                budgets);
    }

    private static Run run(Verdict verdict, List<Suspect> suspects, List<Finding> findings) {
        return new Run(
                "OrdersLeakIT.reports",
                "forked JVM",
                "orders.jar",
                List.of(new FaultRecord("abandoned-task", Map.of(), "SELF", 211, 5, 5, 0, "parked")),
                List.of(new Sample(
                        Phase.ARMED,
                        1,
                        211,
                        1_000,
                        new Sample.Heap(0, 0, 0, 0),
                        Map.of(),
                        Map.of(),
                        Sample.Rest.QUIET)),
                findings,
                suspects,
                verdict,
                Duration.ofSeconds(3),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(20),
                Course.UNKNOWN);
    }
}
