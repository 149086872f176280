package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Origin;
import io.scupper.model.Suspect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingTests {

    private static final Origin MADE = new Origin("made", 4, 4, List.of("okio.Segment.of(Segment.java:7)"));

    @Test
    void kindsHaveAnOrderAndOfOneKindWhatNamesACulpritIsFirst() {
        assertThat(told(
                        suspect("descriptors:file", "com.acme.Files.open", false),
                        suspect("heap:com.acme.Line", "", false),
                        suspect("heap:com.acme.Order", "com.acme.Orders.all", false),
                        suspect("leases:OkHttp leased", "", false)))
                .containsExactly(
                        "leases:OkHttp leased", "heap:com.acme.Order", "heap:com.acme.Line", "descriptors:file");
    }

    @Test
    void classOfWhichNothingNewIsKnownComesLast() {
        assertThat(told(
                        suspect("heap:cglib.Signature", "com.acme.Prices.proxy", false),
                        suspect("heap:cglib.MethodProxy", "com.acme.Prices.proxy", false),
                        suspect("heap:cglib.Key", "", false),
                        suspect("heap:cglib.Type", "", true),
                        suspect("classes:loaded", "com.acme.Prices.proxy", false)))
                .containsExactly(
                        "heap:cglib.Signature",
                        "heap:cglib.Type",
                        "classes:loaded",
                        "heap:cglib.MethodProxy",
                        "heap:cglib.Key");
    }

    @Test
    void classThatIsSeenToComeIsNotOneOfWhichNothingIsKnown() {
        var seen = new Suspect(
                "heap:okio.Segment", "", List.of(), List.of(), List.of(MADE), Optional.empty(), "abc", "Bound it.");

        assertThat(told(suspect("heap:okio.Buffer", "", true), suspect("sockets:any", "", false), seen))
                .containsExactly("heap:okio.Buffer", "heap:okio.Segment", "sockets:any");
    }

    private static List<String> told(Suspect... suspects) {
        return Telling.first(List.of(suspects)).stream().map(Suspect::finding).toList();
    }

    private static Suspect suspect(String finding, String culprit, boolean hasPath) {
        var path = new HeapPath(
                "abc",
                "static field",
                List.of(new HeapPath.Step("", "com.acme.Order", new Counts(0, 4), List.of())),
                new HeapPath.Place("all", "ArrayList", new Counts(0, 4), "elements", List.of()),
                Optional.empty(),
                new Counts(0, 4),
                new Counts(0, 64));
        return new Suspect(
                finding,
                "4 more than baseline",
                List.of(),
                hasPath ? List.of(path) : List.of(),
                List.of(),
                culprit.isEmpty() ? Optional.empty() : Optional.of(culprit),
                "abc",
                "Bound it.");
    }
}
