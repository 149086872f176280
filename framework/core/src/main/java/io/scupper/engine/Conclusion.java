package io.scupper.engine;

import io.scupper.explain.Contrasts;
import io.scupper.explain.Evidence;
import io.scupper.explain.Explainer;
import io.scupper.model.BudgetFinding;
import io.scupper.model.Course;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.PlantedLeak;
import io.scupper.model.Rounds;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.Verdict;
import io.scupper.spi.RunningSubject;
import io.scupper.verdict.PathRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an experiment has come to before it is explained.
 *
 * @param rounds what the verdict was made of
 * @param last what the agent read for the settled sample
 * @param slowest round
 * @param wanting classes of the JDK that a path could make leaks
 * @param reasons why it is INCONCLUSIVE beyond what the findings say
 */
record Conclusion(
        Plan plan,
        RunningSubject subject,
        Rounds rounds,
        Snapshot last,
        List<FaultRecord> faults,
        List<Sample> samples,
        Duration slowest,
        List<Finding> findings,
        List<Finding> wanting,
        Contrasts contrasts,
        Duration within,
        Optional<Duration> recovered,
        List<String> reasons,
        Optional<PlantedLeak> planted,
        Course course) {

    /** Returns the findings that are leaks, and those that an explanation could make leaks. */
    List<Finding> toBeExplained() {
        return Stream.concat(findings.stream().filter(finding -> finding.verdict() == Verdict.LEAK), wanting.stream())
                .toList();
    }

    /** Returns the run: findings that the evidence does not bear out are no leaks any more. */
    Run explained(Evidence evidence, List<BudgetFinding> budgets, Duration took) {
        List<Finding> borneOut =
                wantsPaths() ? PathRule.judge(findings, wanting, evidence.heap(), evidence.failure()) : findings;
        var missing = new ArrayList<>(reasons);
        Stream.of(evidence.failure(), evidence.unwitnessed())
                .flatMap(Optional::stream)
                .map(why -> "explanation: " + why)
                .forEach(missing::add);
        return new Run(
                plan.test(),
                subject.kind().word(),
                subject.description(),
                faults,
                samples,
                borneOut,
                new Explainer(rounds, last, evidence).suspects(borneOut, faults, contrasts),
                verdict(borneOut, budgets),
                within,
                recovered,
                missing,
                planted,
                took,
                course,
                budgets);
    }

    /** Without dumps there are no paths: there a class is named after the code that allocated it, which says whose it is. */
    private boolean wantsPaths() {
        return plan.explanation().isPresent()
                && !toBeExplained().isEmpty()
                && subject.agent().hasDumps();
    }

    private Verdict verdict(List<Finding> borneOut, List<BudgetFinding> budgets) {
        Verdict worst = Stream.concat(
                        borneOut.stream().map(Finding::verdict),
                        budgets.stream().map(BudgetFinding::verdict))
                .reduce(Verdict.CLEAN, Verdict::and);
        return reasons.isEmpty() ? worst : worst.and(Verdict.INCONCLUSIVE);
    }
}
