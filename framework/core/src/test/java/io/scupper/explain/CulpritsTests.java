package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CulpritsTests {

    private static final Origin MADE = new Origin(
            "made", 4, 211, List.of("com.acme.Orders.report(Orders.java:12)", "com.acme.Main.main(Main.java:9)"));

    @Test
    void memberThatHoldsIsNamedBeforeTheMethodThatMade() {
        assertThat(Culprits.of(List.of(path("com.acme.Orders.pending")), List.of(MADE)))
                .contains("com.acme.Orders.pending");
    }

    @Test
    void methodThatMadeIsNamedBeforeWhatGrewItself() {
        assertThat(Culprits.of(List.of(path("com.acme.Report")), List.of(MADE))).contains("com.acme.Orders.report");
        assertThat(Culprits.of(List.of(path("com.acme.Report")), List.of())).contains("com.acme.Report");
    }

    @Test
    void methodThatMadeIsNamedBeforeAVariableThatALambdaUses() {
        List<HeapPath> captured = List.of(path("com.acme.Orders$$Lambda.arg$1"));

        assertThat(Culprits.of(captured, List.of(MADE))).contains("com.acme.Orders.report");
        assertThat(Culprits.of(captured, List.of())).contains("com.acme.Orders$$Lambda.arg$1");
        var library = new Origin("made", 4, 211, List.of("okio.Buffer.read(Buffer.java:1)"));
        assertThat(Culprits.of(captured, List.of(library))).contains("com.acme.Orders$$Lambda.arg$1");
        assertThat(Culprits.of(List.of(), List.of(library, MADE))).contains("com.acme.Orders.report");
    }

    @Test
    void nobodyIsNamedWithoutAPathAndAnOrigin() {
        assertThat(Culprits.of(List.of(), List.of())).isEmpty();
    }

    private static HeapPath path(String culprit) {
        return new HeapPath(
                "abc",
                "thread \"worker-1\"",
                List.of(new HeapPath.Step("", "com.acme.Report", new Counts(0, 4), List.of())),
                new HeapPath.Place("pending", "HashMap", new Counts(0, 4), "entries", List.of()),
                Optional.of(culprit),
                new Counts(0, 4),
                new Counts(0, 64));
    }
}
