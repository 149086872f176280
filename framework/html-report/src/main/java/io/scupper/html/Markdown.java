package io.scupper.html;

import io.scupper.trace.TraceText;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A summary for a comment on a pull request: a table of all tests, and a block that unfolds for each that did not pass. It renders
 * records, not runs, because a comment is about all tests of a build, which ran in many JVMs and have only their records in common.
 *
 * <p>Whatever is not Scupper's own text stands inside {@code code} or {@code pre}, where nothing of it is markup and nobody is
 * mentioned.
 */
final class Markdown {

    private static final int MOST_SUSPECTS = 3;
    private static final int MOST_UNDECIDED = 5;

    private Markdown() {}

    /** Returns the summary. */
    static String of(List<RunRecord> runs, List<String> notShown) {
        List<RunRecord> sorted = runs.stream()
                .sorted(Comparator.comparing(RunRecord::verdict).thenComparing(RunRecord::test))
                .toList();
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("## Leak tests: " + counts(sorted)).add("");
        if (!sorted.isEmpty()) {
            lines.add("| verdict | test | what grew | per operation | time to baseline |");
            lines.add("|---|---|---|--:|--:|");
            sorted.forEach(run -> lines.add(row(run)));
        }
        sorted.stream().filter(run -> run.verdict() != Outcome.CLEAN).forEach(run -> block(run, lines));
        if (!notShown.isEmpty()) {
            lines.add("").add("Not shown:").add("");
            notShown.forEach(line -> lines.add("- " + code(line)));
        }
        return lines.toString();
    }

    private static String counts(List<RunRecord> runs) {
        String counts = java.util.Arrays.stream(Outcome.values())
                .filter(outcome -> runs.stream().anyMatch(run -> run.verdict() == outcome))
                .map(outcome ->
                        runs.stream().filter(run -> run.verdict() == outcome).count() + " " + outcome)
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "none" : counts;
    }

    private static String row(RunRecord run) {
        var headline = new Headline(run);
        String grew = run.verdict() == Outcome.CLEAN ? headline.grew() : code(headline.grew());
        return "| %s %s | %s | %s | %s | %s |"
                .formatted(
                        sign(run.verdict()),
                        run.verdict(),
                        code(run.test()),
                        grew,
                        headline.perOperation(),
                        headline.timeToBaseline());
    }

    private static void block(RunRecord run, StringJoiner lines) {
        lines.add("").add("<details>");
        lines.add("<summary>%s %s in %s</summary>".formatted(sign(run.verdict()), run.verdict(), code(run.test())));
        lines.add("").add("<pre>");
        lines.add(pre(new Headline(run).sentence()));
        long operations = new Timeline(run).operationsOfARound();
        run.suspects().stream().limit(MOST_SUSPECTS).forEach(suspect -> suspect(suspect, operations, lines));
        if (run.suspects().size() > MOST_SUSPECTS) {
            lines.add("")
                    .add("also      "
                            + pre(run.suspects().stream()
                                    .skip(MOST_SUSPECTS)
                                    .map(SuspectRecord::probe)
                                    .collect(Collectors.joining(", "))));
        }
        run.budgets().forEach(budget -> budget(budget, lines));
        run.probes().stream()
                .filter(probe -> run.verdict() != Outcome.LEAK && probe.verdict() == Outcome.INCONCLUSIVE)
                .limit(MOST_UNDECIDED)
                .forEach(probe -> lines.add("undecided " + pre(probe.name() + ": " + probe.reason())));
        // The first is in the sentence.
        run.reasons().stream()
                .skip(run.verdict() == Outcome.INCONCLUSIVE ? 1 : 0)
                .forEach(reason -> lines.add("missing   " + pre(reason)));
        run.error().lines().skip(1).forEach(line -> lines.add("          " + pre(line.strip())));
        run.faults()
                .forEach(fault -> lines.add("fault     "
                        + pre("%s fired %d of %d times, recovery %s"
                                .formatted(fault.id(), fault.fired(), fault.matched(), fault.recovery()))));
        lines.add("</pre>").add("").add("</details>");
    }

    private static void suspect(SuspectRecord suspect, long operations, StringJoiner lines) {
        lines.add("");
        if (!suspect.culprit().isEmpty()) {
            lines.add("culprit   " + pre(suspect.culprit()));
        }
        lines.add("suspect   " + pre(suspect.probe() + ": " + suspect.what()));
        suspect.evidence()
                .forEach(line -> lines.add((line.startsWith(" ") ? "            " : "          ") + pre(line)));
        TraceText.of(suspect.held(), suspect.made(), operations)
                .forEach(line -> lines.add("          " + escaped(line.replaceAll("[\\n\\r\\t]", " "))));
        lines.add("to do     " + pre(suspect.advice()));
    }

    private static void budget(BudgetRecord budget, StringJoiner lines) {
        if (budget.isUnmeasured()) {
            lines.add("unmeasured " + pre(budget.label() + ": " + budget.reason()));
        } else if (budget.isMissed()) {
            lines.add("");
            lines.add("budget    " + pre(budget.label() + ": " + budget.figures()));
            lines.add("          " + pre(budget.reason()));
            budget.evidence().forEach(line -> lines.add("          " + pre(line)));
            lines.add("to do     " + pre(budget.advice()));
        }
    }

    /** A sign for each verdict, of another shape and not only of another colour. */
    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case LEAK -> "❌";
            case OVER_BUDGET -> "📈";
            case ERROR -> "⚠️";
            case INCONCLUSIVE -> "❔";
            case CLEAN -> "✅";
        };
    }

    private static String code(String text) {
        return "<code>" + escaped(text.replaceAll("\\s+", " ")) + "</code>";
    }

    private static String pre(String text) {
        return escaped(text.replaceAll("\\s+", " ").strip());
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> "&<>\"|*_`[]\\~#!".indexOf(c) >= 0 ? "&#" + c + ";" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
