package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares two "builds" whose records lie there already: copying them stands for running the tests. */
class DiffCommandTests {

    @TempDir
    private Path folder;

    private String said = "";

    @Test
    void subjectThatIsTheSameIsClean() throws IOException {
        RecordJson.clean(folder.resolve("one"), "a", 500);

        assertThat(diff("one", "one")).isZero();
        assertThat(said)
                .contains("old, pair 1: one", "new, pair 3: one", "clean: nothing got worse")
                .contains("same: com.acme.OrdersLeakTest.a (forked JVM): time to baseline: old 500.000, new +0.000");
    }

    @Test
    void subjectThatLeaksWhereTheOldOneDidNotIsARegression() throws IOException {
        RecordJson.clean(folder.resolve("one"), "a", 500);
        RecordJson.leak(folder.resolve("two"), "a", 1);

        assertThat(diff("one", "two")).isEqualTo(2);
        assertThat(said)
                .contains("worse: com.acme.OrdersLeakTest.a (forked JVM): heap:com.acme.AuditEntry per operation:"
                        + " old 0.000, new +1.000 [+1.000, +1.000] in 3 pairs");
    }

    @Test
    void oldAndNewTakeTurns() throws IOException {
        RecordJson.clean(folder.resolve("one"), "a", 500);
        RecordJson.clean(folder.resolve("two"), "a", 500);

        diff("one", "two");

        assertThat(said.lines().filter(line -> line.contains(", pair ")))
                .containsExactly(
                        "old, pair 1: one",
                        "new, pair 1: two",
                        "new, pair 2: two",
                        "old, pair 2: one",
                        "old, pair 3: one",
                        "new, pair 3: two");
    }

    @Test
    void runWithoutRecordsIsBrokenSetUp() {
        assertThat(diff("none", "none")).isEqualTo(4);
        assertThat(said).contains("left no whole records");
    }

    @Test
    void inconclusiveTestsDecideNothing() throws IOException {
        RecordJson.inconclusive(folder.resolve("one"), "a");

        assertThat(diff("one", "one")).isEqualTo(3);
    }

    @Test
    void commandWithoutAPlaceForTheSubjectIsRefused() {
        assertThat(run(List.of("diff", "--old", "a", "--new", "b", "--", "true", "{records}")))
                .isEqualTo(4);
        assertThat(said).contains("The command 'true {records}' has no {subject} in it");
        assertThat(run(List.of("diff", "--old", "a", "--new", "b", "--pairs", "2", "--", "true")))
                .isEqualTo(4);
        assertThat(said).contains("--pairs is '2'. Allowed is a whole number from 3");
    }

    private int diff(String old, String young) {
        return run(List.of(
                "diff",
                "--old",
                old,
                "--new",
                young,
                "--pairs",
                "3",
                "--records",
                folder.resolve("diff").toString(),
                "--",
                "cp",
                "-r",
                folder + "/{subject}/.",
                "{records}"));
    }

    private int run(List<String> arguments) {
        var out = new StringWriter();
        var line = GateCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        int code = line.execute(new ArrayList<>(arguments).toArray(String[]::new));
        said = out.toString();
        return code;
    }
}
