package io.scupper.gate;

import io.scupper.gate.budget.AcceptedLeak;
import io.scupper.gate.budget.AcceptedLeaksFile;
import io.scupper.gate.budget.Budget;
import io.scupper.gate.budget.BudgetFile;
import io.scupper.gate.decision.Decision;
import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.decision.Finding;
import io.scupper.gate.output.CodeAnnotations;
import io.scupper.gate.output.Console;
import io.scupper.gate.output.Summary;
import io.scupper.gate.record.Records;
import io.scupper.gate.trend.Build;
import io.scupper.gate.trend.Creep;
import io.scupper.gate.trend.Figures;
import io.scupper.gate.trend.TrendFile;
import io.scupper.gate.words.GateException;
import io.scupper.gate.words.TextFile;
import io.scupper.html.HtmlReport;
import io.scupper.html.TrendReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One check of a build: what the command line and the Maven plugin share. */
public final class Check {

    private final CheckOptions options;

    /** Makes a check; nothing is read yet. */
    public Check(CheckOptions options) {
        this.options = options;
    }

    /**
     * Decides, and writes what was asked for.
     *
     * @param log takes the lines for the console
     * @return what the process should end with
     * @throws GateException if a committed file is not what it should be, or something cannot be written
     */
    public ExitCode run(java.util.function.Consumer<String> log) {
        Records records = Records.in(options.records());
        Budget budget = options.budget().map(BudgetFile::read).orElse(Budget.NONE);
        List<AcceptedLeak> accepted =
                options.accepted().map(AcceptedLeaksFile::read).orElse(List.of());
        Decision decision = trend(Decision.on(records, budget, accepted, options.policy()));
        Console.of(decision).forEach(log);
        write(decision);
        return decision.exitCode();
    }

    private Decision trend(Decision decision) {
        // What is not whole is no build to compare others with.
        if (options.trend().isEmpty() || decision.exitCode() == ExitCode.BROKEN) {
            return decision;
        }
        Map<String, Map<String, Double>> figures = new HashMap<>();
        decision.records().tests().forEach(test -> figures.put(test.key(), Figures.of(test)));
        Path file = options.trend().get();
        List<Build> builds = TrendFile.with(TrendFile.read(file), new Build(options.build(), figures));
        TrendFile.write(builds, file);
        var findings = new ArrayList<>(decision.findings());
        List<Creep> creeps = Creep.in(builds);
        options.html().ifPresent(folder -> TrendReport.write(TrendLines.of(builds, creeps), folder));
        for (Creep creep : creeps) {
            findings.add(Finding.of(
                    ExitCode.REGRESSION,
                    creep.test(),
                    "%s creeps: from %.1f to %.1f over %d builds, each step too small to fail by itself."
                            .formatted(creep.figure(), creep.from(), creep.to(), creep.builds())));
        }
        findings.sort(Comparator.comparing(Finding::code).thenComparing(Finding::test));
        return new Decision(decision.records(), findings, decision.notes());
    }

    private void write(Decision decision) {
        options.markdown().ifPresent(file -> TextFile.append(file, Summary.of(decision, options.sources())));
        options.sarif().ifPresent(file -> CodeAnnotations.writeSarif(decision, options.sources(), file));
        options.codeQuality().ifPresent(file -> CodeAnnotations.writeCodeQuality(decision, options.sources(), file));
        options.html()
                .ifPresent(folder -> HtmlReport.write(
                        options.records().stream().filter(Files::exists).toList(), folder));
    }
}
