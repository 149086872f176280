package io.scupper.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Course;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Run;
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
                "threads:worker-*", "5 more than baseline", List.of("5 of them are WAITING at"), "Shut it down.");

        String message = FailureMessage.of(run(Verdict.LEAK, List.of(suspect), List.of()), RECORD);

        assertThat(message.lines())
                .containsSubsequence(
                        "LEAK in OrdersLeakIT.reports: threads:worker-*: 5 more than baseline, 3 s after lift.",
                        "  suspect   threads:worker-*: 5 more than baseline",
                        "            5 of them are WAITING at",
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
                List.of("5 of them are WAITING at", "  com.acme.Worker.run(Worker.java:12)"),
                "Shut it down.");
        var other = new Suspect("heap:com.acme.Order", "211 more than baseline", List.of(), "Bound it.");

        assertThat(FailureMessage.of(run(Verdict.LEAK, List.of(thread, other), List.of()), Path.of("record.json")))
                .isEqualTo("""
                        LEAK in OrdersLeakIT.reports: threads:worker-*: 5 more than baseline (baseline 2, now 7, +0.005 per operation) and 1 more, 3 s after lift.
                          suspect   threads:worker-*: 5 more than baseline (baseline 2, now 7, +0.005 per operation)
                                    5 of them are WAITING at
                                      com.acme.Worker.run(Worker.java:12)
                          to do     Shut it down.
                          suspect   heap:com.acme.Order: 211 more than baseline
                          to do     Bound it.
                          fault     abandoned-task fired 5 of 211 times, recovery SELF, withheld 5 when it was lifted; parked
                          subject   orders.jar (forked JVM)
                          record    record.json
                          If this is expected: declare what is allowed in @ReturnsToBaseline (heap, threads, connections, descriptors), or give it longer with within.""");
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

    private static Run run(Verdict verdict, List<Suspect> suspects, List<Finding> findings) {
        return new Run(
                "OrdersLeakIT.reports",
                "forked JVM",
                "orders.jar",
                List.of(new FaultRecord("abandoned-task", Map.of(), "SELF", 211, 5, 5, 0, "parked")),
                List.of(),
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
