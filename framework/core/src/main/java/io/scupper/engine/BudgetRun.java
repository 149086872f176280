package io.scupper.engine;

import io.scupper.explain.BudgetFindings;
import io.scupper.model.Allocations;
import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Spending;
import io.scupper.spi.Meter;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rounds of their own under the same faults, in which is measured what the subject uses up. They take place after the verdict, because
 * collections amid the operations would close what a subject forgets, and a leak would not be seen. One round counts and is left alone,
 * the next ones are looked into; where a budget is missed, one more is looked into for the code that spends.
 */
final class BudgetRun {

    /** Fewer looks than this would be chance. */
    private static final int LEAST_LOOKS = 8;

    private static final int MOST_ROUNDS = 5;

    private final Plan plan;
    private final RunningSubject subject;
    private final Operation operation;
    private final RunListener listener;
    private final Pace pace;
    private int round;

    BudgetRun(Plan plan, RunningSubject subject, Operation operation, RunListener listener, Pace pace) {
        this.plan = plan;
        this.subject = subject;
        this.operation = operation;
        this.listener = listener;
        this.pace = pace;
    }

    /**
     * Measures; what cannot be measured is part of the answer.
     *
     * @param rest what was live when everything was back
     * @throws ScupperException if a budget is about a class that the subject does not have
     */
    List<BudgetFinding> after(Sample rest) throws InterruptedException {
        listener.noted("once more, to see what it uses up");
        Spending spending;
        try (var faults = new PreparedFaults(plan.faults(), subject);
                var load = new Load(faults.addedTo(operation), plan.concurrency(), plan.operationWithin())) {
            faults.arm();
            Spending measured = spending(load, faults, rest);
            spending = measured.spentAt(sites(measured, load));
            faults.lift();
        } catch (ScupperException e) {
            return unmeasured(String.valueOf(e.getMessage()));
        }
        return BudgetFindings.of(plan.budgets(), spending);
    }

    /** Says of each budget why it was not measured. */
    List<BudgetFinding> unmeasured(String why) {
        return plan.budgets().stream()
                .map(budget -> BudgetFinding.unmeasured(budget, why))
                .toList();
    }

    private Spending spending(Load load, PreparedFaults faults, Sample rest) throws InterruptedException {
        long before = faults.fired();
        // Sets up again what was given back after the verdict, which a budget per operation has nothing to do with.
        run(load);
        List<Meter> meters = meters();
        boolean allocating = wants(Measure.ALLOCATED);
        if (allocating) {
            subject.agent().allocations();
        }
        List<Map<String, Long>> asked = meters.stream().map(Meter::read).toList();
        run(load);
        var counted = new ArrayList<Spending.Asked>();
        for (int i = 0; i < meters.size(); i++) {
            counted.add(asked(meters.get(i), asked.get(i)));
        }
        Optional<Allocations> allocated =
                allocating ? Optional.of(subject.agent().allocations()) : Optional.empty();
        Optional<Spending.Looks> looks = wants(Measure.PEAK_HEAP) ? Optional.of(looks(load)) : Optional.empty();
        Snapshot end = subject.agent().collect();
        return new Spending(
                plan.operations(),
                faults.fired() - before,
                !plan.faults().isEmpty(),
                allocated,
                Map.of(),
                counted,
                looks,
                rest,
                end,
                new Footprints(plan.explanation(), subject.agent()).of(plan.budgets()));
    }

    private Spending.Looks looks(Load load) throws InterruptedException {
        var looks = new HeapLooks(subject.agent(), pace);
        int rounds = 0;
        try (looks) {
            while (rounds < MOST_ROUNDS && (rounds == 0 || looks.count() < LEAST_LOOKS)) {
                run(load);
                rounds++;
            }
        }
        Snapshot highest = looks.highest()
                .orElseThrow(() -> new ScupperException("There was not one look at the heap while operations ran."));
        return new Spending.Looks(looks.count(), rounds, highest, looks.usedBytes());
    }

    private Map<Measure, List<String>> sites(Spending spending, Load load) throws InterruptedException {
        List<Budget> lookedInto = plan.budgets().stream()
                .filter(budget -> SpendingSites.canLookInto(budget.measure()))
                .toList();
        Set<Measure> missed = BudgetFindings.of(lookedInto, spending).stream()
                .filter(finding -> finding.outcome() == BudgetFinding.Outcome.MISSED)
                .map(finding -> finding.budget().measure())
                .collect(Collectors.toSet());
        try {
            return new SpendingSites(subject.agent(), pace).of(missed, () -> run(load));
        } catch (ScupperException e) {
            // What was measured stays true.
            List<String> why = List.of("nobody saw where it is spent: " + e.getMessage());
            return missed.stream().collect(Collectors.toMap(Function.identity(), measure -> why));
        }
    }

    private void run(Load load) throws InterruptedException {
        round++;
        listener.roundStarted(Phase.BUDGET, round, plan.operations());
        load.run(Phase.BUDGET.word() + " round " + round, plan.operations(), Plan.ROUND_WITHIN, subject::requireAlive);
    }

    private static Spending.Asked asked(Meter meter, Map<String, Long> before) {
        var counts = new HashMap<String, Long>();
        meter.read().forEach((what, count) -> {
            long more = count - before.getOrDefault(what, 0L);
            if (more > 0) {
                counts.put(what, more);
            }
        });
        return new Spending.Asked(meter.measure(), meter.source(), counts);
    }

    private List<Meter> meters() {
        return subject.companions().stream()
                .flatMap(companion -> companion.meters().stream())
                .filter(meter -> wants(meter.measure()))
                .toList();
    }

    private boolean wants(Measure measure) {
        return plan.budgets().stream().map(Budget::measure).anyMatch(measure::equals);
    }
}
