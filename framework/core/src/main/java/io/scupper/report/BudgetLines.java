package io.scupper.report;

import io.scupper.model.BudgetFinding;
import io.scupper.model.BudgetFinding.Outcome;
import io.scupper.model.Run;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The lines of a message that are about budgets, in the shape of those about suspects. */
final class BudgetLines {

    private BudgetLines() {}

    /** Returns the first line of a run that missed one. */
    static String headline(Run run) {
        List<BudgetFinding> missed = run.budgets(Outcome.MISSED);
        return "OVER_BUDGET in %s: %s%s."
                .formatted(
                        run.test(),
                        inWords(missed.get(0)),
                        missed.size() > 1 ? " and %d more".formatted(missed.size() - 1) : "");
    }

    /** Returns why the first budget was not measured; empty if all were. */
    static String firstUnmeasured(Run run) {
        return run.budgets(Outcome.UNMEASURED).stream()
                .map(budget -> budget.budget().label() + ": " + budget.reason())
                .findFirst()
                .orElse("");
    }

    /** Tells the budgets that were missed with their evidence, and why others were not measured. */
    static void addTo(StringJoiner lines, Run run) {
        for (BudgetFinding missed : run.budgets(Outcome.MISSED)) {
            lines.add("  budget    " + inWords(missed) + times(missed));
            lines.add("            " + missed.reason());
            missed.evidence().forEach(line -> lines.add("            " + line));
            lines.add("  to do     " + missed.advice());
        }
        for (BudgetFinding each : run.budgets(Outcome.UNMEASURED)) {
            lines.add("  unmeasured %s: %s".formatted(each.budget().label(), each.reason()));
        }
    }

    private static String inWords(BudgetFinding finding) {
        return finding.budget().label() + ": " + finding.inWords();
    }

    private static String times(BudgetFinding finding) {
        double allowed = finding.budget().atMost();
        return allowed > 0
                ? String.format(
                        Locale.ROOT, ", %.1f times as much", finding.measured().orElse(0) / allowed)
                : "";
    }
}
