package io.scupper.gate.decision;

import io.scupper.gate.budget.AcceptedLeak;
import io.scupper.gate.budget.Budget;
import io.scupper.gate.record.Records;
import io.scupper.gate.record.TestRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gate decides on a build. Pure: the same records, files and day come to the same decision.
 *
 * @param findings what stands against it, worst first; empty if it is clean
 * @param notes what fails nothing: leaks that are accepted, and what could be tightened
 */
public record Decision(Records records, List<Finding> findings, List<String> notes) {

    public Decision {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Decides. */
    public static Decision on(Records records, Budget budget, List<AcceptedLeak> accepted, Policy policy) {
        var findings = new ArrayList<Finding>();
        var notes = new ArrayList<String>();
        records.problems().forEach(problem -> findings.add(Finding.of(ExitCode.BROKEN, "records", problem)));
        if (records.tests().isEmpty() && records.problems().isEmpty()) {
            findings.add(Finding.of(
                    ExitCode.BROKEN, "records", "No leak test has run: there is not one record. Were they skipped?"));
        }
        var acceptance = new Acceptance(accepted, policy);
        var limits = new Limits(budget, policy);
        for (TestRecord test : records.tests()) {
            switch (test.verdict()) {
                case ERROR ->
                    findings.add(
                            Finding.of(ExitCode.BROKEN, test.key(), "The test ended in an error: " + test.problem()));
                case INCONCLUSIVE -> inconclusive(test, policy, findings, notes);
                case LEAK -> {
                    acceptance.check(test, findings, notes);
                    limits.check(test, findings, notes);
                }
                case OVER_BUDGET -> {
                    OwnBudgets.check(test, findings);
                    limits.check(test, findings, notes);
                }
                case CLEAN -> limits.check(test, findings, notes);
            }
        }
        if (policy.complete() && records.problems().isEmpty()) {
            acceptance.stale(findings);
            limits.stale(records, findings);
        }
        findings.sort(java.util.Comparator.comparing(Finding::code).thenComparing(Finding::test));
        return new Decision(records, findings, notes);
    }

    /** Returns what the build ends with. */
    public ExitCode exitCode() {
        return ExitCode.worst(findings.stream().map(Finding::code).toList());
    }

    private static void inconclusive(TestRecord test, Policy policy, List<Finding> findings, List<String> notes) {
        String text = "No verdict could be given: " + test.problem();
        if (policy.failOnInconclusive()) {
            findings.add(Finding.of(ExitCode.INCONCLUSIVE, test.key(), text));
        } else {
            notes.add("%s: %s".formatted(test.key(), text));
        }
    }
}
