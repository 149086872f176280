package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.HeapGrowth;
import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathRuleTests {

    private static final Finding HEAP = finding("heap", Unit.BYTES);
    private static final Finding ORDERS = finding("heap:com.acme.Order", Unit.COUNT);
    private static final Finding LINES = finding("heap:com.acme.Line", Unit.COUNT);
    private static final Finding THREADS = finding("threads:worker-*", Unit.COUNT);

    @Test
    void leakWithAPathIsBelieved() {
        assertThat(judge(Map.of("com.acme.Order", held("com.acme.Order")), HEAP, ORDERS))
                .containsExactly(HEAP, ORDERS);
    }

    @Test
    void classWithoutAPathBesideOneWithOneIsAByProduct() {
        assertThat(judge(Map.of("com.acme.Order", held("com.acme.Order")), ORDERS, LINES))
                .containsExactly(ORDERS, LINES);
        assertThat(judge(
                        Map.of("com.acme.Order", held("com.acme.Order"), "com.acme.Line", scattered("com.acme.Line")),
                        ORDERS,
                        LINES))
                .containsExactly(ORDERS, LINES);
    }

    @Test
    void growthThatNoPathConfirmsIsNotDecidedNorIsLiveHeapThen() {
        List<Finding> left = judge(Map.of("com.acme.Order", scattered("com.acme.Order")), HEAP, ORDERS);

        assertThat(left).extracting(Finding::kind).containsOnly(Kind.UNDECIDED);
        assertThat(left.get(1).reason())
                .isEqualTo("it grew, but of the 211 more that are held no path from a root shows half in one place");
    }

    @Test
    void whatIsHeldOnlyWeaklyIsNoLeakBesideOneThatIs() {
        var weakly =
                new HeapGrowth("com.acme.Line", new Counts(0, 0), Map.of("weak", 211L, "finalizer", 3L), List.of());

        List<Finding> left =
                judge(Map.of("com.acme.Order", held("com.acme.Order"), "com.acme.Line", weakly), HEAP, ORDERS, LINES);

        assertThat(left).extracting(Finding::kind).containsExactly(Kind.GROWTH, Kind.GROWTH, Kind.UNDECIDED);
        assertThat(left.get(2).reason())
                .isEqualTo("it grew, but nothing holds it in earnest: 3 only by finalizer references, 211 only by weak"
                        + " references");
    }

    @Test
    void whatDidNotGrowAgainIsNotDecided() {
        assertThat(judge(Map.of(), ORDERS))
                .singleElement()
                .extracting(Finding::reason)
                .isEqualTo("it grew, but it did not grow again in a second run, so that no path to it could be found");
    }

    @Test
    void failureToLookIsTold() {
        List<Finding> left = PathRule.judge(List.of(ORDERS), List.of(), Map.of(), Optional.of("The disk is full."));

        assertThat(left.get(0).kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(left.get(0).reason()).isEqualTo("it grew, but no path to it was looked for: The disk is full.");
    }

    @Test
    void whatIsNotOnTheHeapNeedsNoPath() {
        assertThat(PathRule.judge(List.of(THREADS), List.of(), Map.of(), Optional.of("The disk is full.")))
                .containsExactly(THREADS);
    }

    @Test
    void classOfTheJdkIsALeakWhereTheApplicationStandsOnItsPath() {
        Finding bytes = finding("heap:[B", Unit.COUNT);
        Finding undecided = bytes.as(Kind.UNDECIDED, "nothing names who holds them");
        HeapGrowth held = held("[B");
        HeapGrowth ofNobody = new HeapGrowth(
                "[B", held.held(), Map.of(), List.of(withoutCulprit(held.paths().get(0))));

        assertThat(PathRule.judge(List.of(undecided), List.of(bytes), Map.of("[B", held), Optional.empty()))
                .containsExactly(bytes);
        assertThat(PathRule.judge(List.of(undecided), List.of(bytes), Map.of("[B", ofNobody), Optional.empty()))
                .containsExactly(undecided);
        assertThat(PathRule.judge(List.of(undecided), List.of(bytes), Map.of(), Optional.empty()))
                .containsExactly(undecided);
        assertThat(PathRule.judge(List.of(undecided), List.of(), Map.of("[B", held), Optional.empty()))
                .containsExactly(undecided);
        assertThat(PathRule.judge(List.of(THREADS, undecided), List.of(bytes), Map.of("[B", held), Optional.empty()))
                .as("another finding is left as it is")
                .containsExactly(THREADS, bytes);
    }

    private static HeapPath withoutCulprit(HeapPath path) {
        return new HeapPath(
                path.fingerprint(),
                path.root(),
                path.steps(),
                path.place(),
                Optional.empty(),
                path.instances(),
                path.retainedBytes());
    }

    private static List<Finding> judge(Map<String, HeapGrowth> heap, Finding... findings) {
        return PathRule.judge(List.of(findings), List.of(), heap, Optional.empty());
    }

    private static Finding finding(String name, Unit unit) {
        return new Finding(name, unit, Kind.GROWTH, 0, 211, 1, "it grew");
    }

    private static HeapGrowth scattered(String className) {
        return new HeapGrowth(className, new Counts(0, 211), Map.of(), List.of());
    }

    private static HeapGrowth held(String className) {
        var path = new HeapPath(
                "abc",
                "static field of class com.acme.Orders",
                List.of(new HeapPath.Step("", "class com.acme.Orders", new Counts(1, 1), List.of())),
                new HeapPath.Place("recent", "HashMap", new Counts(0, 211), "entries", List.of()),
                Optional.of("com.acme.Orders.recent"),
                new Counts(0, 211),
                new Counts(0, 1_000));
        return new HeapGrowth(className, new Counts(0, 211), Map.of(), List.of(path));
    }
}
