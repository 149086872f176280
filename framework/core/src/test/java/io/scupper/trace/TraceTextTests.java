package io.scupper.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.HeapPath.Mark;
import io.scupper.model.HeapPath.Place;
import io.scupper.model.HeapPath.Step;
import io.scupper.model.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTextTests {

    private static final Counts ONE = new Counts(1, 1);
    private static final Counts GREW = new Counts(211, 422);

    @Test
    void twoPathsAndTwoOriginsAreToldAndTheOthersCounted() {
        HeapPath path = path("native stack", List.of(), step("", "com.acme.Order", GREW, Mark.GROWS));
        var origin = new Origin("opened", 3, 5, List.of("com.acme.Files.open(Files.java:3)"));

        assertThat(TraceText.of(List.of(path, path, path), List.of(origin, origin, origin, origin), 0))
                .containsExactly(
                        "held by native stack: com.acme.Order   +211 in a round",
                        "also held by native stack: com.acme.Order   +211 in a round",
                        "and by 1 more",
                        "opened by (3 of 5 stayed)",
                        "  com.acme.Files.open(Files.java:3)",
                        "opened by (3 of 5 stayed)",
                        "  com.acme.Files.open(Files.java:3)",
                        "and from 2 more places");
    }

    @Test
    void ofWhatNobodySeesGoItIsToldHowManyCame() {
        assertThat(TraceText.headOf(new Origin("taken", 0, 211, List.of()))).isEqualTo("taken by (211 seen)");
        assertThat(TraceText.headOf(new Origin("leased", 0, 1, 211, List.of())))
                .isEqualTo("leased by (0 of 211 stayed, 1 were collected unclosed)");
    }

    @Test
    void aFieldIsNamedWithItsClassUnlessThatIsTheLineBefore() {
        HeapPath path = path(
                "static field of class com.acme.Shop$Cache",
                List.of(),
                step("", "class com.acme.Shop$Cache", ONE),
                step("com.acme.Shop$Cache.ENTRIES", "com.acme.Lru", ONE, Mark.HOLDS),
                step("com.acme.Table.rows", "com.acme.Row[]", ONE),
                step("[element]", "com.acme.Row", GREW, Mark.GROWS),
                step("<class>", "com.acme.Cell", new Counts(422, 844)));

        assertThat(PathLine.of(path).stream().map(PathLine::edge))
                .containsExactly("", "ENTRIES", "Table.rows", "[element]", "<class>");
    }

    @Test
    void keysAreCutAndWhatHidesInThemIsShown() {
        HeapPath path = path(
                "static field of class com.acme.Orders",
                List.of("k".repeat(80), "a\u202E\nb", "17"),
                step("", "class com.acme.Orders", ONE),
                step("[key]", "java.lang.String", new Counts(1, 3), Mark.GROWS));

        assertThat(PathLine.of(path).get(1).edge())
                .isEqualTo("[\"" + "k".repeat(23) + "…\"], [\"a<U+202E><U+000A>b\"], [\"17\"]");
    }

    @Test
    void noLineIsTooLongForAMessage() {
        String name = "com.acme.a.long.way.down." + "Name".repeat(30);
        HeapPath path = path(
                "static field of class com.acme.Orders",
                List.of(),
                step("", "class com.acme.Orders", ONE),
                step("com.acme.Orders.recent", "com.acme." + "Map".repeat(36), ONE, Mark.CULPRIT),
                step("[value]", name, GREW, Mark.GROWS));

        List<String> lines = TraceText.of(
                List.of(path), List.of(new Origin("made", 1, 1, List.of(name + ".make(Name.java:1)"))), 211);

        assertThat(lines).allMatch(line -> line.length() <= 128).contains("    +211 in a round, +1.000 per operation");
        assertThat(lines.get(2)).isEqualTo("  ← Orders.recent");
    }

    @Test
    void stacksBeginWithTheApplicationAndEndAfterSixFrames() {
        List<String> frames = frames(8);

        assertThat(Frames.shown(with("java.base/java.util.HashMap.put(HashMap.java:1)", frames), 6))
                .hasSize(7)
                .startsWith("com.acme.Order.step1(Order.java)")
                .endsWith("com.acme.Order.step6(Order.java)", "… 2 more");
    }

    @Test
    void stacksEndWithTheApplication() {
        List<String> frames = new ArrayList<>(frames(2));
        frames.add(1, "java.util.ArrayList.forEach(ArrayList.java:1)");
        List<String> telling = List.copyOf(frames);
        frames.add("java.lang.Thread.run(Thread.java:840)");

        assertThat(Frames.shown(frames, 6)).isEqualTo(telling);
    }

    @Test
    void aStackOfLibrariesAloneIsShownAsItIs() {
        List<String> frames =
                List.of("java.util.Timer.mainLoop(Timer.java:1)", "io.scupper.junit.TestBody.run(TestBody.java)");

        assertThat(Frames.shown(frames, 6)).isEqualTo(frames);
    }

    @Test
    void examplesAreApplicationsThoughTheyAreOurs() {
        assertThat(Frames.isApplication("io.scupper.examples.orders.Audit.keep(Audit.java:3)"))
                .isTrue();
        assertThat(Frames.isApplication("app//io.scupper.engine.Experiment.run(Experiment.java:3)"))
                .isFalse();
    }

    private static List<String> frames(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "com.acme.Order.step" + i + "(Order.java)")
                .toList();
    }

    private static List<String> with(String first, List<String> others) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static HeapPath path(String root, List<String> keys, Step... steps) {
        return new HeapPath(
                "abc",
                root,
                Arrays.asList(steps),
                new Place("recent", "Map", GREW, "entries", keys),
                Optional.of("com.acme.Orders.recent"),
                GREW,
                new Counts(0, 0));
    }

    private static Step step(String edge, String className, Counts objects, Mark... marks) {
        return new Step(edge, className, objects, List.of(marks));
    }
}
