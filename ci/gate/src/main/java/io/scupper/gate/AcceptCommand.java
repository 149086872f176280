package io.scupper.gate;

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

/** Writes the budget from a run. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description =
                "Writes the budget that this build keeps to; commit it. Leaks are not accepted so: each needs a reason.")
final class AcceptCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RECORDS", description = "Folders of records, one for each shard.")
    private List<Path> records = List.of();

    @Option(names = "--budget", description = "The file to write; default: " + CheckCommand.BUDGET + ".")
    private Path budget = Path.of(CheckCommand.BUDGET);

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        return BudgetUpdate.write(records, budget, out::println).code();
    }
}
