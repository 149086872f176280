package io.scupper.gate.decision;

import io.scupper.gate.record.TestRecord;
import io.scupper.gate.record.TestRecord.Spent;
import io.scupper.gate.words.Words;
import java.util.List;

/** The budgets that stand in the tests themselves: one that is missed is a regression, with no tolerance, since the test has failed of it. */
final class OwnBudgets {

    private OwnBudgets() {}

    /** Looks at a test that used up more than it allows. */
    static void check(TestRecord test, List<Finding> findings) {
        List<Spent> missed = test.spent().stream().filter(Spent::missed).toList();
        if (missed.isEmpty()) {
            findings.add(Finding.of(
                    ExitCode.REGRESSION, test.key(), "It is over budget, and its record does not say in what."));
        }
        missed.forEach(spent -> findings.add(Finding.of(ExitCode.REGRESSION, test.key(), text(spent))));
    }

    private static String text(Spent spent) {
        return "%s: %s measured, %s allowed by @Budget. %s To do: %s"
                .formatted(
                        spent.what(),
                        Words.amount(spent.bytes(), spent.measured()),
                        Words.amount(spent.bytes(), spent.atMost()),
                        spent.reason(),
                        spent.advice());
    }
}
