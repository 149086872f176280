package io.scupper.explain;

import io.scupper.model.Allocations;
import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import io.scupper.model.ByteSize;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Spending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what was used up with what is allowed, and says of what it is made. Pure. */
public final class BudgetFindings {

    private static final int MOST_LINES = 3;

    /** Less of a class than this share of the peak tells nobody anything. */
    private static final double LEAST_SHARE = 0.02;

    /** Fewer looks than this say nothing of what they did not see. */
    private static final int FEWEST_LOOKS = 3;

    private static final int LONGEST_QUESTION = 120;

    private BudgetFindings() {}

    /**
     * Returns a finding for each budget, in order.
     *
     * @throws ScupperException if a budget is about a class of which there is no instance
     */
    public static List<BudgetFinding> of(List<Budget> budgets, Spending spending) {
        if (spending.hasFaults() && spending.fired() == 0) {
            return budgets.stream()
                    .map(
                            budget -> BudgetFinding.unmeasured(
                                    budget,
                                    "The fault did not fire in the rounds that are measured. Does it have a bound that the rounds before have used up?"))
                    .toList();
        }
        return budgets.stream().map(budget -> of(budget, spending)).toList();
    }

    private static BudgetFinding of(Budget budget, Spending spending) {
        return switch (budget.measure()) {
            case PEAK_HEAP -> peak(budget, spending, spending.looks().orElseThrow());
            case ALLOCATED -> allocated(budget, spending, spending.allocated().orElseThrow());
            case QUERIES, COMMANDS -> asked(budget, spending);
            case SHALLOW, RETAINED -> BudgetInstances.of(budget, spending);
        };
    }

    private static BudgetFinding peak(Budget budget, Spending spending, Spending.Looks looks) {
        Sample rest = spending.rest();
        Snapshot highest = looks.highest();
        long peak = highest.heap().liveBytes();
        if (looks.count() < FEWEST_LOOKS && peak <= budget.atMost()) {
            return BudgetFinding.unmeasured(
                    budget,
                    "The heap was looked at %d times in %d rounds, and a peak may have been missed; %d times are needed. Let a round take longer, by operations or by the fault's times."
                            .formatted(looks.count(), looks.rounds(), FEWEST_LOOKS));
        }
        String reason =
                "The most that was live at any of %d looks in %d %s under load, each after a full collection; %s at rest."
                        .formatted(
                                looks.count(),
                                looks.rounds(),
                                looks.rounds() == 1 ? "round" : "rounds",
                                ByteSize.format(rest.heap().liveBytes()));
        var evidence = new ArrayList<String>();
        highest.classes().entrySet().stream()
                .map(each -> new Held(
                        each.getKey(),
                        each.getValue().instances() - rest.instances(each.getKey()),
                        each.getValue().bytes() - bytes(rest, each.getKey())))
                .filter(held -> held.bytes >= LEAST_SHARE * peak)
                .sorted(Comparator.comparing(Held::bytes).reversed().thenComparing(Held::name))
                .limit(MOST_LINES)
                .forEach(held -> evidence.add("at the peak %s more of %s than at rest, in %d more instances"
                        .formatted(ByteSize.format(held.bytes), SourceName.of(held.name), held.instances)));
        evidence.addAll(sites(budget, spending));
        evidence.add("with garbage the heap held up to %s of the %s it may have, which is not judged"
                .formatted(
                        ByteSize.format(looks.usedBytes()),
                        ByteSize.format(highest.heap().maxBytes())));
        return BudgetFinding.measured(budget, peak, reason, evidence, BudgetAdvice.of(budget.measure()));
    }

    private static BudgetFinding allocated(Budget budget, Spending spending, Allocations allocated) {
        if (allocated.lostThreads() > 0) {
            return BudgetFinding.unmeasured(
                    budget,
                    "%d threads ended during the round, and a JVM before Java 21 does not tell what they allocated. Run the subject on Java 21 or later, or on threads that stay."
                            .formatted(allocated.lostThreads()));
        }
        return BudgetFinding.measured(
                budget,
                (double) allocated.bytes() / spending.operations(),
                "%s were allocated by the subject's threads in %d operations, the agent's own left out."
                        .formatted(ByteSize.format(allocated.bytes()), spending.operations()),
                sites(budget, spending),
                BudgetAdvice.of(budget.measure()));
    }

    private static BudgetFinding asked(Budget budget, Spending spending) {
        List<Spending.Asked> asked = spending.asked().stream()
                .filter(each -> each.measure() == budget.measure())
                .toList();
        long total = asked.stream().mapToLong(Spending.Asked::total).sum();
        String what = budget.measure() == Measure.QUERIES ? "queries" : "commands";
        String sources =
                String.join(" and ", asked.stream().map(Spending.Asked::source).toList());
        Stream<String> questions = asked.stream()
                .flatMap(each -> each.counts().entrySet().stream())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LINES)
                .map(each -> "%s per operation: %s"
                        .formatted(
                                budget.measure().unit().format((double) each.getValue() / spending.operations(), 3),
                                shortened(each.getKey())));
        return BudgetFinding.measured(
                budget,
                (double) total / spending.operations(),
                "%d %s in %d operations, counted by %s.".formatted(total, what, spending.operations(), sources),
                Stream.concat(questions, sites(budget, spending).stream()).toList(),
                BudgetAdvice.of(budget.measure()));
    }

    private static List<String> sites(Budget budget, Spending spending) {
        return spending.sites().getOrDefault(budget.measure(), List.of());
    }

    private static long bytes(Sample rest, String name) {
        var count = rest.classes().get(name);
        return count == null ? 0 : count.bytes();
    }

    private static String shortened(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUESTION ? line : line.substring(0, LONGEST_QUESTION) + "…";
    }

    private record Held(String name, long instances, long bytes) {}
}
