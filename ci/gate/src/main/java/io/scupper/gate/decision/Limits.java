package io.scupper.gate.decision;

import io.scupper.gate.budget.Budget;
import io.scupper.gate.record.Records;
import io.scupper.gate.record.TestRecord;
import io.scupper.gate.record.TestRecord.Growth;
import io.scupper.gate.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tests may use up by the budget, and what of it is out of date. */
final class Limits {

    private final Budget budget;
    private final Policy policy;

    Limits(Budget budget, Policy policy) {
        this.budget = budget;
        this.policy = policy;
    }

    /** Compares one test with its entry; one that has none is not limited. */
    void check(TestRecord test, List<Finding> findings, List<String> notes) {
        Budget.Entry entry = budget.tests().get(test.key());
        if (entry == null) {
            return;
        }
        time(test, entry.timeToBaselineMillis(), findings, notes);
        for (Growth growth : test.growths()) {
            Map<String, Double> allowed = growth.leak() ? entry.growthPerOperation() : entry.retained();
            figure(test, growth, allowed.get(growth.resource()), findings, notes);
        }
        gone(test, entry.growthPerOperation().keySet(), true)
                .forEach(resource -> findings.add(Finding.of(
                        ExitCode.STALE,
                        test.key(),
                        "%s has a budget and does not grow any more; accept anew.".formatted(resource))));
        // A cache may as well have filled up before it was looked at.
        gone(test, entry.retained().keySet(), false)
                .forEach(resource ->
                        notes.add("%s: %s has a budget and was not seen to grow.".formatted(test.key(), resource)));
    }

    /** Looks for entries whose test did not run. */
    void stale(Records records, List<Finding> findings) {
        Set<String> ran = records.tests().stream().map(TestRecord::key).collect(Collectors.toSet());
        budget.tests().keySet().stream()
                .filter(key -> !ran.contains(key))
                .forEach(key -> findings.add(Finding.of(
                        ExitCode.STALE, key, "It has a budget and no record. If the test is gone, accept anew.")));
    }

    private void time(TestRecord test, OptionalLong budgeted, List<Finding> findings, List<String> notes) {
        if (budgeted.isEmpty() || test.recoveredAfterMillis().isEmpty()) {
            return;
        }
        long was = budgeted.getAsLong();
        long is = test.recoveredAfterMillis().getAsLong();
        double most = was * (1 + policy.timeTolerance()) + policy.timeSlackMillis();
        String both = "time to baseline %s, budget %s".formatted(Words.duration(is), Words.duration(was));
        if (is > most) {
            findings.add(Finding.of(
                    ExitCode.REGRESSION,
                    test.key(),
                    "%s; at most %s are allowed.".formatted(both, Words.duration(Math.round(most)))));
        } else if (was > is * (1 + policy.timeTolerance()) + policy.timeSlackMillis()) {
            notes.add("%s: %s; accept it to tighten the budget.".formatted(test.key(), both));
        }
    }

    private void figure(
            TestRecord test, Growth growth, @Nullable Double was, List<Finding> findings, List<String> notes) {
        if (was == null) {
            // A leak that is not in the budget is judged by whether it is accepted.
            if (!growth.leak()) {
                notes.add("%s: %s came to rest at %s and has no budget."
                        .formatted(test.key(), growth.resource(), amount(growth, growth.retained())));
            }
            return;
        }
        double is = growth.leak() ? growth.perOperation() : growth.retained();
        String both = "%s %s, budget %s".formatted(growth.resource(), amount(growth, is), amount(growth, was));
        if (is > was * (1 + policy.growthTolerance())) {
            findings.add(Finding.of(
                    ExitCode.REGRESSION,
                    test.key(),
                    "%s; at most %s are allowed."
                            .formatted(both, amount(growth, was * (1 + policy.growthTolerance())))));
        } else if (is < was / (1 + policy.growthTolerance())) {
            notes.add("%s: %s; accept it to tighten the budget.".formatted(test.key(), both));
        }
    }

    private static List<String> gone(TestRecord test, Set<String> budgeted, boolean leak) {
        return budgeted.stream()
                .filter(resource -> test.growths().stream()
                        .noneMatch(growth ->
                                growth.leak() == leak && growth.resource().equals(resource)))
                .sorted()
                .toList();
    }

    private static String amount(Growth growth, double figure) {
        return growth.leak()
                ? Words.perOperation(growth.bytes(), figure)
                : String.format(Locale.ROOT, growth.bytes() ? "%.0f B" : "%.0f", figure);
    }
}
