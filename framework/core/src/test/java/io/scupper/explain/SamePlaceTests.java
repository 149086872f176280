package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Origin;
import io.scupper.model.Suspect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamePlaceTests {

    private static final Origin INSERTED =
            new Origin("inserted", 211, 211, List.of("com.acme.Orders.keep(Orders.java:31)"));

    @Test
    void classesOfOnePlaceAreOneSuspectWithTheOriginsOfTheFirstThatHasAny() {
        Suspect array = suspect("heap:[Lcom.acme.Order;", List.of());
        Suspect order = suspect("heap:com.acme.Order", List.of(INSERTED));

        assertThat(SamePlace.merged(List.of(array, order))).singleElement().satisfies(suspect -> {
            assertThat(suspect.finding()).isEqualTo("heap:[Lcom.acme.Order;");
            assertThat(suspect.evidence())
                    .containsExactly("held in the same place: com.acme.Order, 211 more than baseline");
            assertThat(suspect.origins()).containsExactly(INSERTED);
            assertThat(suspect.culprit()).contains("com.acme.Orders.keep");
        });
    }

    private static Suspect suspect(String finding, List<Origin> origins) {
        var path = new HeapPath(
                "abc",
                "thread \"worker-1\"",
                List.of(new HeapPath.Step("", "com.acme.Order", new Counts(0, 4), List.of())),
                new HeapPath.Place("all", "ArrayList", new Counts(0, 4), "elements", List.of()),
                Optional.of("com.acme.Orders$$Lambda.arg$1"),
                new Counts(0, 4),
                new Counts(0, 64));
        return new Suspect(
                finding,
                "211 more than baseline",
                List.of(),
                List.of(path),
                origins,
                path.culprit(),
                "abc",
                "Bound it.");
    }
}
