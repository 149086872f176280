package io.scupper.gate;

import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.decision.Policy;
import io.scupper.gate.trend.Difference;
import io.scupper.gate.trend.Difference.Judgement;
import io.scupper.gate.words.GateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two builds of a service. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the same leak tests against two subjects by turns, and says what got worse, with its uncertainty.",
            "",
            "  scupper-gate diff --old orders:1.4 --new orders:1.5 -- \\",
            "      mvn verify -Dorders.image={subject} -Dscupper.records={records}"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--old", required = true, description = "The old subject, as the command takes it.")
    private String old = "";

    @Option(names = "--new", required = true, description = "The new subject, as the command takes it.")
    private String young = "";

    @Option(
            names = "--pairs",
            description = "How often each is run, from " + Difference.FEWEST_PAIRS + "; default: ${DEFAULT-VALUE}.")
    private int pairs = 5;

    @Option(names = "--records", description = "Where the records of all runs go; default: ${DEFAULT-VALUE}.")
    private Path records = Path.of("target", "scupper-diff");

    @Option(
            names = "--tolerance",
            description = "The share of the old figure that makes no difference; default: ${DEFAULT-VALUE}.")
    private double tolerance = Policy.GROWTH_TOLERANCE;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "Runs the tests; {subject} and {records} are filled in.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (pairs < Difference.FEWEST_PAIRS) {
            throw new GateException(
                    "--pairs is '%d'. Allowed is a whole number from %d: fewer have no interval to speak of."
                            .formatted(pairs, Difference.FEWEST_PAIRS));
        }
        var out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        var turns = new Turns(command, records, out::println);
        turns.run(old, young, pairs);
        List<Difference> differences = Difference.between(turns.old(), turns.young());
        differences.stream()
                .sorted(java.util.Comparator.comparing(difference -> difference.judge(tolerance)))
                .forEach(difference -> out.println(difference.text(tolerance)));
        if (differences.isEmpty()) {
            out.println("inconclusive: no test came to a verdict in three pairs.");
            return ExitCode.INCONCLUSIVE.code();
        }
        boolean worse = differences.stream().anyMatch(each -> each.judge(tolerance) == Judgement.WORSE);
        out.println(worse ? "regression: the new one is worse" : "clean: nothing got worse");
        return (worse ? ExitCode.REGRESSION : ExitCode.CLEAN).code();
    }
}
