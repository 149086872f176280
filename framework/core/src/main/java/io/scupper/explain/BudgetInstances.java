package io.scupper.explain;

import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import io.scupper.model.ByteSize;
import io.scupper.model.ClassCount;
import io.scupper.model.HeapFootprint;
import io.scupper.model.ScupperException;
import io.scupper.model.Spending;
import java.util.List;

/** What one instance of a class takes, against its budget. Pure. */
final class BudgetInstances {

    private BudgetInstances() {}

    static BudgetFinding of(Budget budget, Spending spending) {
        ClassCount count = spending.end().classes().getOrDefault(budget.of(), ClassCount.NONE);
        if (count.instances() == 0) {
            throw new ScupperException(
                    "%s cannot be measured: after the rounds there is no live instance of it.%s Allowed is the name of a class as Class.getName tells it, of which the subject keeps instances."
                            .formatted(budget.label(), nearest(budget.of(), spending)));
        }
        if (budget.measure() == Measure.RETAINED) {
            return retained(budget, spending.footprints().getOrDefault(budget.of(), new HeapFootprint(0, 0, 0)));
        }
        return BudgetFinding.measured(
                budget,
                (double) count.bytes() / count.instances(),
                "%d live instances take %d bytes by the class histogram, without what they refer to."
                        .formatted(count.instances(), count.bytes()),
                List.of("all of them together: " + ByteSize.format(count.bytes())),
                BudgetAdvice.of(budget.measure()));
    }

    private static BudgetFinding retained(Budget budget, HeapFootprint footprint) {
        if (footprint.instances() == 0) {
            return BudgetFinding.unmeasured(
                    budget, "The heap dump has no instance of it that anything holds but weakly: they come and go.");
        }
        return BudgetFinding.measured(
                budget,
                (double) footprint.retained() / footprint.instances(),
                "%d instances hold %d bytes by a heap dump, which would be free if none of them were there."
                        .formatted(footprint.instances(), footprint.retained()),
                List.of(
                        "of these their own: " + ByteSize.format((double) footprint.shallow() / footprint.instances())
                                + " each",
                        "all of them together: " + ByteSize.format(footprint.retained())),
                BudgetAdvice.of(budget.measure()));
    }

    private static String nearest(String name, Spending spending) {
        String simple = simple(name);
        return spending.end().classes().keySet().stream()
                .filter(each -> simple(each).equals(simple))
                .sorted()
                .findFirst()
                .map(each -> " Was '%s' meant?".formatted(each))
                .orElse("");
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
