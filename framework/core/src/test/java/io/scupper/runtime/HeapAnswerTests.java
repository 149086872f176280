package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.HeapFootprint;
import io.scupper.model.HeapGrowth;
import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Counts;
import io.scupper.model.HeapPath.Mark;
import io.scupper.model.ScupperException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeapAnswerTests {

    private static final String SESSIONS = """
            heap|1
            grown|com.acme.Session|211|250|461|1
            only-weakly|soft|3|7
            only-weakly|own|0|2
            shape|aaaaaaaaaaaa|bbbbbbbbbbbb|30|60|also
            root|thread|thread "main"|java.lang.Thread|1|1|
            step|java.lang.Thread.target|com.acme.Loop|1|1|culprit
            step|com.acme.Loop.last|com.acme.Session|30|60|holds,grows,repeats com.acme.Session.next
            collection|com.acme.Loop.last|Session linked by Session.next|30|60|objects|link
            culprit|com.acme.Loop|last
            retained|at-least|700|1400
            shape|cccccccccccc|dddddddddddd|211|422|first
            root|class|static field of class com.acme.Shop|class com.acme.Shop|1|1|
            step|com.acme.Shop.SESSIONS|java.util.HashMap|1|1|holds,culprit
            step|[value]|com.acme.Session|211|422|grows
            collection|com.acme.Shop.SESSIONS|HashMap|211|422|entries|value
            keys|"a-1"|"a\\tb"
            culprit|com.acme.Shop|SESSIONS
            retained|at-least|9000|18000
            end
            """;

    private static final String WATCHERS = """
            heap|1
            grown|com.acme.Watcher|5|5|10|1
            shape|eeeeeeeeeeee|ffffffffffff|5|10|first
            root|thread|10 threads "watcher-#"|java.lang.Thread|5|10|grows
            collection|10 threads "watcher-#"|roots|5|10|objects|root
            culprit|com.acme.Watcher|
            retained|at-least|0|0
            end
            """;

    @Test
    void whatInstancesHoldIsRead() {
        assertThat(HeapAnswer.footprint(List.of("heap\t1", "footprint\tcom.acme.Quote\t5\t120\t360")))
                .isEqualTo(new HeapFootprint(5, 120, 360));
        assertThatThrownBy(() -> HeapAnswer.footprint(List.of("heap\t1"))).isInstanceOf(ScupperException.class);
    }

    @Test
    void whatIsToldOfAClassIsReadWithThePathsThatComeFirstBeforeTheOthers() {
        HeapGrowth sessions = parsed(SESSIONS, "com.acme.Session").get(0);

        assertThat(sessions.className()).isEqualTo("com.acme.Session");
        assertThat(sessions.held()).isEqualTo(new Counts(250, 461));
        assertThat(sessions.weakly()).isEqualTo(Map.of("soft", 7L, "own", 2L));
        assertThat(sessions.paths())
                .containsExactly(
                        new HeapPath(
                                "dddddddddddd",
                                "static field of class com.acme.Shop",
                                List.of(
                                        step("", "class com.acme.Shop", 1, 1),
                                        step(
                                                "com.acme.Shop.SESSIONS",
                                                "java.util.HashMap",
                                                1,
                                                1,
                                                Mark.HOLDS,
                                                Mark.CULPRIT),
                                        step("[value]", "com.acme.Session", 211, 422, Mark.GROWS)),
                                new HeapPath.Place(
                                        "com.acme.Shop.SESSIONS",
                                        "HashMap",
                                        new Counts(211, 422),
                                        "entries",
                                        List.of("\"a-1\"", "\"a\tb\"")),
                                Optional.of("com.acme.Shop.SESSIONS"),
                                new Counts(211, 422),
                                new Counts(9_000, 18_000)),
                        new HeapPath(
                                "bbbbbbbbbbbb",
                                "thread \"main\"",
                                List.of(
                                        step("", "java.lang.Thread", 1, 1),
                                        step("java.lang.Thread.target", "com.acme.Loop", 1, 1, Mark.CULPRIT),
                                        step("com.acme.Loop.last", "com.acme.Session", 30, 60, Mark.HOLDS, Mark.GROWS)),
                                new HeapPath.Place(
                                        "com.acme.Loop.last",
                                        "Session linked by Session.next",
                                        new Counts(30, 60),
                                        "objects",
                                        List.of()),
                                Optional.of("com.acme.Loop.last"),
                                new Counts(30, 60),
                                new Counts(700, 1_400)));
    }

    @Test
    void rootsThatBecomeMoreHaveMarksToo() {
        HeapPath path = parsed(WATCHERS, "com.acme.Watcher").get(0).paths().get(0);

        assertThat(path.steps()).containsExactly(step("", "java.lang.Thread", 5, 10, Mark.GROWS));
        assertThat(path.culprit()).as("a class without a member").contains("com.acme.Watcher");
        assertThat(path.place().keys()).isEmpty();
    }

    @Test
    void classesKeepTheNamesThatWereAskedForAndMayHaveNoPath() {
        String two = """
                heap|1
                grown|com.acme.Shop$$Lambda|211|0|0|1
                no-path||
                end
                grown|byte[]|300|1|2|1
                no-path|f42895425b41|static field of class com.acme.Recent
                end
                """;

        List<HeapGrowth> told = parsed(two, "com.acme.Shop$$Lambda$14/0x0000000800c03000", "[B");

        assertThat(told)
                .containsExactly(
                        new HeapGrowth(
                                "com.acme.Shop$$Lambda$14/0x0000000800c03000", new Counts(0, 0), Map.of(), List.of()),
                        new HeapGrowth("[B", new Counts(1, 2), Map.of(), List.of()));
    }

    @Test
    void anAnswerThatEndsAfterAnyOfItsLinesButTheLastIsNone() {
        List<String> whole = lines(SESSIONS);

        for (int length = 0; length < whole.size(); length++) {
            List<String> cut = whole.subList(0, length);
            assertThatThrownBy(() -> HeapAnswer.parse(cut, List.of("com.acme.Session")))
                    .as("%d lines", length)
                    .isInstanceOf(ScupperException.class)
                    .hasMessageStartingWith("The answer of the heap analyser cannot be read: it is cut off after "
                            + length + " lines, where '")
                    .hasMessageEndingWith(
                            "' should follow. It was ended half-way, or its jar is of another release than scupper-core.");
        }
    }

    @Test
    void anAnswerThatEndsAnywhereWithinALineIsNone() {
        String whole = SESSIONS.strip().replace('|', '\t');

        for (int length = 0; length < whole.length(); length++) {
            List<String> cut = whole.substring(0, length).lines().toList();
            assertThatThrownBy(() -> HeapAnswer.parse(cut, List.of("com.acme.Session")))
                    .as("%d characters", length)
                    .isInstanceOf(ScupperException.class);
        }
    }

    @Test
    void aClassThatIsNotAnsweredIsMissed() {
        assertThatThrownBy(() -> parsed(WATCHERS, "com.acme.Watcher", "com.acme.Session"))
                .hasMessageContaining("it is cut off after 8 lines, where 'grown' should follow.");
    }

    @Test
    void aKeywordThatIsNotKnownIsTold() {
        assertThatThrownBy(() -> parsed(WATCHERS.replace("retained", "kept"), "com.acme.Watcher"))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("line 7 is 'kept' where 'retained' should follow.");
        assertThatThrownBy(() -> parsed(WATCHERS + "more|1\n", "com.acme.Watcher"))
                .hasMessageContaining("line 9 is 'more' where the end should be.");
    }

    @Test
    void aFieldThatIsNoNumberIsToldWithItsLine() {
        assertThatThrownBy(() -> parsed(WATCHERS.replace("least|0", "least|few"), "com.acme.Watcher"))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("line 7 is not understood: For input string: \"few\".");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> parsed(WATCHERS.replace("heap|1", "heap|2"), "com.acme.Watcher"))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("it has version 2, known is 1.");
    }

    private static HeapPath.Step step(String edge, String className, long before, long after, Mark... marks) {
        return new HeapPath.Step(edge, className, new Counts(before, after), List.of(marks));
    }

    private static List<HeapGrowth> parsed(String answer, String... classNames) {
        return HeapAnswer.parse(lines(answer), List.of(classNames));
    }

    /** Bars stand for tabs. */
    private static List<String> lines(String answer) {
        return answer.replace('|', '\t').lines().toList();
    }
}
