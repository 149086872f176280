package io.scupper.examples.corpus;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Cells;
import io.scupper.examples.corpus.cell.Jdk;
import io.scupper.examples.corpus.cell.Jdks;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import io.scupper.examples.corpus.run.BusyCores;
import io.scupper.examples.corpus.run.Campaign;
import io.scupper.examples.corpus.run.CellProcess;
import io.scupper.examples.corpus.subject.Pattern;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cells are run, and how. */
final class CellOptions {

    @Option(names = "--seed", description = "of the draws and of the order; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--only", description = "a regular expression that is found in the ids of the cells to run")
    private java.util.regex.Pattern only = java.util.regex.Pattern.compile("");

    @Option(
            names = "--pattern",
            split = ",",
            description = "how leaking operations lie among the others: ${COMPLETION-CANDIDATES}; default: DRAWN")
    private Set<Pattern> patterns = EnumSet.of(Pattern.DRAWN);

    @Option(names = "--limit", description = "at most so many cells; default: all")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--parallel", description = "cells at a time; default: ${DEFAULT-VALUE}")
    private int parallel = 1;

    @Option(names = "--results", description = "the folder of the results; default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("target/corpus");

    @Option(names = "--resume", description = "keep the results that are there, and run only the other cells")
    private boolean resume;

    @Option(names = "--list", description = "print the ids of the cells and run none")
    private boolean list;

    @Option(
            names = "--dumps",
            description = "ask the rules that need heap dumps too, on a second subject for each cell")
    private boolean dumps;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private boolean healthyOnly;

    /** Leaves out cells that leak. */
    CellOptions healthyOnly() {
        healthyOnly = true;
        return this;
    }

    /** Runs the cells that are asked for and returns all results that there are then. */
    Collection<Result> run(String file, int runs, boolean contended) throws Exception {
        Map<Integer, Jdk> jdks = Jdks.find().stream().collect(Collectors.toMap(Jdk::feature, Function.identity()));
        Results results = Results.in(folder.resolve(file));
        List<Cell> cells = new Cells(patterns, seed, runs)
                .on(jdks.values()).stream()
                        .filter(cell -> !(healthyOnly && cell.leaks()))
                        .filter(cell -> only.matcher(cell.id()).find())
                        .limit(limit)
                        .toList();
        if (cells.isEmpty()) {
            throw refused("No cell's id has '%s' in it; --list prints them all.".formatted(only));
        }
        if (list) {
            cells.forEach(cell -> System.out.println(cell.id()));
            return List.of();
        }
        Collection<Result> there = results.resume();
        if (!resume && !there.isEmpty()) {
            throw refused("%s has %d results already: keep them with --resume, or name another folder with --results."
                    .formatted(folder.resolve(file), there.size()));
        }
        carryOut(left(cells, there, contended, dumps), jdks, results, contended);
        return results.read();
    }

    private void carryOut(List<Cell> cells, Map<Integer, Jdk> jdks, Results results, boolean contended)
            throws Exception {
        var count = new AtomicInteger();
        var campaign = new Campaign(
                jdks,
                new CellProcess(Corpus.class, contended, dumps),
                parallel,
                results,
                result -> System.err.println(line(count.incrementAndGet(), cells.size(), result)));
        if (!contended) {
            campaign.run(cells);
            return;
        }
        try (var busy = BusyCores.start()) {
            busy.during(() -> campaign.run(cells));
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(
                Objects.requireNonNull(command, "set by picocli").commandLine(), message);
    }

    /** Returns the cells without those that have been carried out already in the same way; errors are tried again. */
    static List<Cell> left(List<Cell> cells, Collection<Result> there, boolean contended, boolean dumps) {
        Set<String> done = there.stream()
                .filter(result ->
                        result.contended() == contended && result.error().isEmpty())
                .filter(result -> !dumps || !result.dumpRules().isEmpty())
                .map(Result::id)
                .collect(Collectors.toSet());
        return cells.stream().filter(cell -> !done.contains(cell.id())).toList();
    }

    private static String line(int number, int of, Result result) {
        return String.format(
                Locale.ROOT,
                "%4d/%d  %-12s %s %5.1f s  %s%s",
                number,
                of,
                result.outcome(),
                result.asExpected() ? "ok   " : "WRONG",
                result.seconds(),
                result.id(),
                result.asExpected() ? "" : "  " + result.why());
    }
}
