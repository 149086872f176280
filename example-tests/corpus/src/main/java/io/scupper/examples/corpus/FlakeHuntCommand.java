package io.scupper.examples.corpus;

import io.scupper.examples.corpus.accuracy.Flakes;
import io.scupper.examples.corpus.result.Result;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the healthy cells many times while every core is kept busy, and says how often one does not pass. */
@Command(
        name = "flake-hunt",
        description = "Runs the healthy cells under contention; exit code 1 if one is called a leak.",
        mixinStandardHelpOptions = true)
final class FlakeHuntCommand implements Callable<Integer> {

    private static final String FILE = "flakes.jsonl";

    @Mixin
    private CellOptions cells = new CellOptions();

    @Option(names = "--runs", description = "of each healthy cell; default: ${DEFAULT-VALUE}")
    private int runs = 1;

    @Override
    public Integer call() throws Exception {
        Collection<Result> results = cells.healthyOnly().run(FILE, runs, true);
        Flakes flakes = Flakes.in(results);
        System.out.println(flakes.text());
        return flakes.hasFalseLeak() ? 1 : 0;
    }
}
