package io.scupper.gate;

import io.scupper.gate.decision.Policy;
import io.scupper.gate.words.GateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides on a build. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Decides on a build, and says why.")
final class CheckCommand implements Callable<Integer> {

    static final String BUDGET = "scupper-budget.json";
    static final String ACCEPTED = "scupper-accepted.json";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RECORDS", description = "Folders of records, one for each shard.")
    private List<Path> records = List.of();

    @Option(names = "--budget", description = "Default: " + BUDGET + ", if it is there.")
    private @Nullable Path budget;

    @Option(names = "--accepted", description = "Leaks that are accepted; default: " + ACCEPTED + ", if it is there.")
    private @Nullable Path accepted;

    @Option(names = "--sources", description = "Where lines of code are looked for; default: here.")
    private List<Path> sources = List.of(Path.of(""));

    @Option(names = "--html", description = "The folder for pages and their index.")
    private @Nullable Path html;

    @Option(names = "--markdown", description = "The file that a summary is added to, as $GITHUB_STEP_SUMMARY.")
    private @Nullable Path markdown;

    @Option(names = "--sarif", description = "The file for leaks at their lines, for GitHub.")
    private @Nullable Path sarif;

    @Option(names = "--code-quality", description = "The file for leaks at their lines, for GitLab.")
    private @Nullable Path codeQuality;

    @Option(names = "--trend", description = "The file of past builds; this one is added to it.")
    private @Nullable Path trend;

    @Option(names = "--build", description = "What this build is called in the trend; default: the day.")
    private @Nullable String build;

    @Option(
            names = "--inconclusive",
            description = "What a verdict that could not be given does: ${COMPLETION-CANDIDATES}; default: FAIL.")
    private Inconclusive inconclusive = Inconclusive.FAIL;

    @Option(names = "--partial", description = "Not all tests were to run, so that no entry without a test is stale.")
    private boolean partial;

    @Option(
            names = "--growth-tolerance",
            description = "Share by which growth may exceed its budget; default: ${DEFAULT-VALUE}.")
    private double growthTolerance = Policy.GROWTH_TOLERANCE;

    @Option(
            names = "--time-tolerance",
            description = "Share by which time to baseline may exceed its budget; default: ${DEFAULT-VALUE}.")
    private double timeTolerance = Policy.TIME_TOLERANCE;

    @Option(
            names = "--time-slack",
            description = "Milliseconds by which it may exceed it beyond that; default: ${DEFAULT-VALUE}.")
    private long timeSlack = Policy.TIME_SLACK_MILLIS;

    @Override
    public Integer call() {
        atLeastZero("--growth-tolerance", growthTolerance);
        atLeastZero("--time-tolerance", timeTolerance);
        atLeastZero("--time-slack", timeSlack);
        var out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        return new Check(options()).run(out::println).code();
    }

    private CheckOptions options() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        return new CheckOptions(
                records,
                given("--budget", budget, BUDGET),
                given("--accepted", accepted, ACCEPTED),
                sources,
                Optional.ofNullable(html),
                Optional.ofNullable(markdown),
                Optional.ofNullable(sarif),
                Optional.ofNullable(codeQuality),
                Optional.ofNullable(trend),
                build == null ? today.toString() : build,
                new Policy(
                        today, inconclusive == Inconclusive.FAIL, !partial, growthTolerance, timeTolerance, timeSlack));
    }

    /** A file that is named must be there; the default need not. */
    static Optional<Path> given(String option, @Nullable Path named, String fallback) {
        if (named == null) {
            return Optional.of(Path.of(fallback)).filter(Files::exists);
        }
        if (!Files.exists(named)) {
            throw new GateException("%s '%s' does not exist. Write it with 'accept', or leave the option out."
                    .formatted(option, named));
        }
        return Optional.of(named);
    }

    private static void atLeastZero(String option, double value) {
        if (!(value >= 0)) {
            throw new GateException("%s is '%s'. Allowed is a number from 0.".formatted(option, value));
        }
    }

    /** What a verdict that could not be given does to the build. */
    enum Inconclusive {
        FAIL,
        PASS
    }
}
