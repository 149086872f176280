package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTests {

    private static final String KEY = "com.acme.OrdersLeakTest.a (forked JVM)";

    @TempDir
    private Path folder;

    private Path records;
    private Path budget;
    private Path accepted;
    private String said = "";

    @BeforeEach
    void setUp() throws IOException {
        records = Files.createDirectories(folder.resolve("scupper"));
        budget = folder.resolve("budget.json");
        accepted = folder.resolve("accepted.json");
    }

    @Test
    void cleanBuildEndsWithZero() throws IOException {
        RecordJson.clean(records, "a", 500);

        assertThat(check()).isZero();
        assertThat(said).isEqualToIgnoringNewLines("clean (exit code 0) after 1 leak test\n");
    }

    @Test
    void leakIsNamedWithCulpritLineAndFingerprint() throws IOException {
        RecordJson.leak(records, "a", 1);

        assertThat(check()).isEqualTo(1);
        assertThat(said)
                .contains(
                        "leak: " + KEY + ": heap:com.acme.AuditEntry: 100 more than baseline."
                                + " Culprit: com.acme.AuditFilter.ENTRIES."
                                + " Brought forth at com.acme.AuditFilter.doFilter(AuditFilter.java:3). Fingerprint 0b21fe55738d.");
    }

    @Test
    void missedBudgetOfATestIsARegression() throws IOException {
        RecordJson.overBudget(records, "a");

        assertThat(check()).isEqualTo(2);
        assertThat(said)
                .contains(
                        "regression: " + KEY
                                + ": peakHeap: 24 MiB measured, 12 MiB allowed by @Budget. The most that was live. To do: Bound it.")
                .doesNotContain("queriesPerOperation");
    }

    @Test
    void budgetThatCouldNotBeMeasuredIsToldAsTheReason() throws IOException {
        RecordJson.unmeasured(records, "a");

        assertThat(check()).isEqualTo(3);
        assertThat(said).contains("No verdict could be given: allocatedPerOperation: 2 threads ended.");
    }

    @Test
    void acceptedLeakPassesUntilItsDayIsOver() throws IOException {
        RecordJson.leak(records, "a", 1);

        Files.writeString(accepted, RecordJson.accepted("0b21fe55738d", "2999-01-01"));
        assertThat(check("--accepted", accepted.toString())).isZero();
        assertThat(said).contains("is accepted until 2999-01-01 (ORD-17): audit log moves out");

        Files.writeString(accepted, RecordJson.accepted("0b21fe55738d", "2020-01-01"));
        assertThat(check("--accepted", accepted.toString())).isEqualTo(1);
        assertThat(said).contains("It was accepted until 2020-01-01 (ORD-17, audit log moves out), which is over.");
    }

    @Test
    void leakOfAnotherFingerprintIsNotAccepted() throws IOException {
        RecordJson.leak(records, "a", 1);
        Files.writeString(accepted, RecordJson.accepted("ffffffffffff", "2999-01-01"));

        assertThat(check("--accepted", accepted.toString())).isEqualTo(1);
        assertThat(said).contains("stale entry: accepted leak ffffffffffff: No test found it");
    }

    @Test
    void acceptedLeakThatNoTestFindsIsStaleUnlessTheRunIsPartial() throws IOException {
        RecordJson.clean(records, "a", 500);
        Files.writeString(accepted, RecordJson.accepted("0b21fe55738d", "2999-01-01"));

        assertThat(check("--accepted", accepted.toString())).isEqualTo(5);
        assertThat(check("--accepted", accepted.toString(), "--partial")).isZero();
    }

    @Test
    void acceptedLeakThatGrowsFasterThanItsBudgetIsARegression() throws IOException {
        RecordJson.leak(records, "a", 1);
        assertThat(accept()).isZero();
        Files.writeString(accepted, RecordJson.accepted("0b21fe55738d", "2999-01-01"));

        RecordJson.leak(records, "a", 3);

        assertThat(check("--accepted", accepted.toString(), "--budget", budget.toString()))
                .isEqualTo(2);
        assertThat(said)
                .contains("heap:com.acme.AuditEntry +3.000/op, budget +1.000/op; at most +1.200/op are allowed.");
    }

    @Test
    void slowerReturnThanTheBudgetAllowsIsARegression() throws IOException {
        RecordJson.clean(records, "a", 500);
        assertThat(accept()).isZero();
        assertThat(check("--budget", budget.toString())).isZero();

        RecordJson.clean(records, "a", 3_100);

        assertThat(check("--budget", budget.toString())).isEqualTo(2);
        assertThat(said)
                .contains("regression: " + KEY + ": time to baseline 3.1 s, budget 500 ms; at most 3 s are allowed.");
        assertThat(check("--budget", budget.toString(), "--time-tolerance", "2"))
                .isZero();
    }

    @Test
    void largerBoundThanTheBudgetAllowsIsARegression() throws IOException {
        RecordJson.bounded(records, "a", 300);
        assertThat(accept()).isZero();

        RecordJson.bounded(records, "a", 900);

        assertThat(check("--budget", budget.toString())).isEqualTo(2);
        assertThat(said).contains("heap:com.acme.Price 900, budget 300; at most 360 are allowed.");
    }

    @Test
    void betterResultIsOfferedForTightening() throws IOException {
        RecordJson.clean(records, "a", 9_000);
        assertThat(accept()).isZero();

        RecordJson.clean(records, "a", 500);

        assertThat(check("--budget", budget.toString())).isZero();
        assertThat(said)
                .contains("note: " + KEY + ": time to baseline 500 ms, budget 9 s; accept it to tighten the budget.");
    }

    @Test
    void budgetOfATestThatIsGoneIsStale() throws IOException {
        RecordJson.clean(records, "a", 500);
        Path gone = RecordJson.clean(records, "b", 500);
        assertThat(accept()).isZero();
        Files.delete(gone);

        assertThat(check("--budget", budget.toString())).isEqualTo(5);
        assertThat(said).contains("OrdersLeakTest.b (forked JVM): It has a budget and no record.");
    }

    @Test
    void inconclusiveFailsUnlessItIsToldToPass() throws IOException {
        RecordJson.inconclusive(records, "a");

        assertThat(check()).isEqualTo(3);
        assertThat(said).contains("inconclusive: " + KEY + ": No verdict could be given: the subject never got quiet");
        assertThat(check("--inconclusive", "pass")).isZero();
    }

    @Test
    void testThatEndedInAnErrorIsBrokenSetUp() throws IOException {
        RecordJson.error(records, "a");

        assertThat(check()).isEqualTo(4);
        assertThat(said).contains("broken set-up: " + KEY + ": The test ended in an error: The subject died.");
    }

    @Test
    void buildInWhichNoLeakTestRanIsBrokenSetUp() {
        assertThat(check()).isEqualTo(4);
        assertThat(said).contains("has no records: no leak test has run there.");
    }

    @Test
    void shardThatLeftNothingIsBrokenSetUpThoughAnotherIsClean() throws IOException {
        RecordJson.clean(records, "a", 500);

        assertThat(check(folder.resolve("shard-2").toString())).isEqualTo(4);
        assertThat(said).contains("shard-2' does not exist. Did the shard that leaves its records there run");
    }

    @Test
    void leakOutweighsWhatIsMissing() throws IOException {
        RecordJson.leak(records, "a", 1);
        RecordJson.error(records, "b");

        assertThat(check()).isEqualTo(1);
    }

    @Test
    void sameTestInTwoShardsIsBrokenSetUp() throws IOException {
        RecordJson.clean(records, "a", 500);
        Path other = folder.resolve("shard-2");
        RecordJson.clean(other, "a", 500);

        assertThat(check(other.toString())).isEqualTo(4);
        assertThat(said).contains(KEY + " is recorded twice, in ").contains("Do two shards run the same tests?");
    }

    @Test
    void wrongCallIsBrokenSetUpAndSaysWhatIsWrong() {
        assertThat(check("--nonsense")).isEqualTo(4);
        assertThat(said).contains("Unknown option: '--nonsense'");
        assertThat(check("--time-tolerance", "-1")).isEqualTo(4);
        assertThat(said).contains("--time-tolerance is '-1.0'. Allowed is a number from 0.");
        assertThat(check("--budget", folder.resolve("none.json").toString())).isEqualTo(4);
        assertThat(said).contains("none.json' does not exist. Write it with 'accept', or leave the option out.");
    }

    @Test
    void brokenRecordIsNotAccepted() throws IOException {
        RecordJson.write(records, "a", "{");

        assertThat(accept()).isEqualTo(4);
        assertThat(said).contains("Nothing was accepted.");
        assertThat(budget).doesNotExist();
    }

    @Test
    void leakStandsInTheFilesForPlatformsAtItsLine() throws IOException {
        RecordJson.leak(records, "a", 1);
        Path source = Files.createDirectories(folder.resolve("src/main/java/com/acme"));
        Files.writeString(source.resolve("AuditFilter.java"), "\n\nENTRIES.add(entry);\n");
        Path sarif = folder.resolve("leaks.sarif");
        Path quality = folder.resolve("leaks.json");
        Path markdown = folder.resolve("summary.md");

        check(
                "--sources", folder.resolve("src").toString(),
                "--sarif", sarif.toString(),
                "--code-quality", quality.toString(),
                "--markdown", markdown.toString(),
                "--html", folder.resolve("pages").toString());

        assertThat(sarif).content().contains("com/acme/AuditFilter.java\"").contains("\"startLine\" : 3");
        assertThat(quality).content().contains("com/acme/AuditFilter.java\"").contains("\"begin\" : 3");
        assertThat(markdown)
                .content()
                .contains("com/acme/AuditFilter.java:3</code>")
                .contains("Bound the list.");
        assertThat(folder.resolve("pages/index.html")).exists();
    }

    @Test
    void summaryIsAddedToWhatOtherStepsHaveWritten() throws IOException {
        RecordJson.clean(records, "a", 500);
        Path markdown = Files.writeString(folder.resolve("summary.md"), "# Build\n");

        check("--markdown", markdown.toString());

        assertThat(markdown).content().startsWith("# Build\n## Leak gate: ✅ clean\n");
    }

    @Test
    void nothingOfARecordIsMarkupInTheSummaryAndNobodyIsMentioned() throws IOException {
        Path leak = RecordJson.leak(records, "a", 1);
        Files.writeString(leak, Files.readString(leak).replace("100 more", "<script>x</script> | @team `100` more"));
        Path markdown = folder.resolve("summary.md");

        check("--markdown", markdown.toString());

        assertThat(markdown).content().contains("100").doesNotContain("<script>", "@team", "| @", "`100`");
    }

    @Test
    void creepOverBuildsIsARegressionThoughNoBuildWasOne() throws IOException {
        Path trend = folder.resolve("trend.jsonl");
        for (int build = 0; build < 12; build++) {
            RecordJson.clean(records, "a", 500 + 40L * build);
            int code = check("--trend", trend.toString(), "--build", "b" + build, "--html", folder.toString());
            assertThat(code).as("build %d", build).isEqualTo(build < 7 ? 0 : 2);
        }

        assertThat(said).contains("time to baseline creeps: from 500.0 to 940.0 over 12 builds");
        assertThat(Files.readAllLines(trend)).hasSize(12);
        assertThat(folder.resolve("trend.html"))
                .content()
                .contains("1 figure rises beyond chance")
                .contains("940 ms");
    }

    private int check(String... more) {
        var arguments = new ArrayList<>(List.of("check", records.toString()));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    private int accept() {
        return run(List.of("accept", records.toString(), "--budget", budget.toString()));
    }

    private int run(List<String> arguments) {
        var out = new StringWriter();
        var line = GateCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        int code = line.execute(arguments.toArray(String[]::new));
        said = out.toString();
        return code;
    }
}
