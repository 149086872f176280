package io.scupper.engine;

import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;

/** Whether budgets can be measured on a subject at all, asked before anything is done to it. */
final class BudgetChecks {

    private BudgetChecks() {}

    /**
     * Makes sure of it.
     *
     * @throws ScupperException that names the budget, says why it cannot be measured and what to do
     */
    static void require(Plan plan, RunningSubject subject) {
        for (Budget budget : plan.budgets()) {
            switch (budget.measure()) {
                case PEAK_HEAP, ALLOCATED -> requireOwnJvm(budget, subject);
                case QUERIES ->
                    requireMeter(
                            budget, subject, "a PostgreSQL that counts: PostgresServer.create().countingQueries()");
                case COMMANDS -> requireMeter(budget, subject, "a Redis: RedisServer.create()");
                case RETAINED -> requireDumps(budget, plan);
                case SHALLOW -> {}
            }
        }
    }

    private static void requireOwnJvm(Budget budget, RunningSubject subject) {
        if (subject.kind() == RuntimeKind.IN_PROCESS) {
            throw new ScupperException(
                    "%s cannot be measured in-process: the test itself takes memory in the same JVM, and nobody can tell whose it is. Run the subject as a forked JVM or a container (@LeakTest(runtime = …), -Dscupper.runtime), or take the budget away."
                            .formatted(budget.label()));
        }
    }

    private static void requireDumps(Budget budget, Plan plan) {
        if (plan.explanation().isEmpty()) {
            throw new ScupperException(
                    "%s cannot be measured: it takes a heap dump, and none is taken where scupper.explain is 'off' or LeakExperiment.explaining(…) was not said."
                            .formatted(budget.label()));
        }
    }

    private static void requireMeter(Budget budget, RunningSubject subject, String wanted) {
        Measure measure = budget.measure();
        boolean counted = subject.companions().stream()
                .flatMap(companion -> companion.meters().stream())
                .anyMatch(meter -> meter.measure() == measure);
        if (!counted) {
            throw new ScupperException(
                    "%s cannot be measured: none of the subject's companions counts what it is asked. Give it %s, with Sut.….with(…), or take the budget away."
                            .formatted(budget.label(), wanted));
        }
    }
}
