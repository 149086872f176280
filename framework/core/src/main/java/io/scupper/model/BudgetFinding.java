package io.scupper.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What came of one budget.
 *
 * @param measured in the unit of the measure; empty if it could not be measured
 * @param reason how it was measured, or why it could not be; one sentence
 * @param evidence what it is made of, one line each; may be empty
 * @param advice what to change; empty unless the budget is missed
 */
public record BudgetFinding(
        Budget budget, OptionalDouble measured, String reason, List<String> evidence, String advice) {

    public BudgetFinding {
        evidence = List.copyOf(evidence);
    }

    /** Makes one that was measured. */
    public static BudgetFinding measured(
            Budget budget, double measured, String reason, List<String> evidence, String advice) {
        return new BudgetFinding(
                budget, OptionalDouble.of(measured), reason, evidence, measured > budget.atMost() ? advice : "");
    }

    /** Makes one that could not be. */
    public static BudgetFinding unmeasured(Budget budget, String why) {
        return new BudgetFinding(budget, OptionalDouble.empty(), why, List.of(), "");
    }

    public Outcome outcome() {
        if (measured.isEmpty()) {
            return Outcome.UNMEASURED;
        }
        return measured.getAsDouble() > budget.atMost() ? Outcome.MISSED : Outcome.MET;
    }

    public Verdict verdict() {
        return outcome().verdict;
    }

    /** Returns the figures in words: {@code 71.2 MiB measured, 32 MiB allowed}. */
    public String inWords() {
        Unit unit = budget.measure().unit();
        String allowed = unit.format(budget.atMost(), 3) + " allowed";
        return measured.isEmpty()
                ? "not measured, " + allowed
                : unit.format(measured.getAsDouble(), 3) + " measured, " + allowed;
    }

    /** What a budget comes to. */
    public enum Outcome {
        MET(Verdict.CLEAN),
        MISSED(Verdict.OVER_BUDGET),
        UNMEASURED(Verdict.INCONCLUSIVE);

        private final Verdict verdict;

        Outcome(Verdict verdict) {
            this.verdict = verdict;
        }
    }
}
