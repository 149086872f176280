package io.scupper.engine;

import io.scupper.explain.Contrasts;
import io.scupper.explain.Evidence;
import io.scupper.model.BudgetFinding;
import io.scupper.model.Course;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Interval;
import io.scupper.model.Phase;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.Verdict;
import io.scupper.spi.Probe;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import io.scupper.verdict.Judge;
import io.scupper.verdict.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One experiment on a running subject: warm-up until quiet, baseline, control rounds, armed rounds, lift, settle, verdict,
 * the doubts that CLEAN has to stand, compensate. Used once, by one thread. Whatever happens, every fault is lifted and compensated in the end.
 */
public final class Experiment {

    private final Plan plan;
    private final RunningSubject subject;
    private final List<Probe> probes;
    private final Operation operation;
    private final RunListener listener;
    private final Judge judge;
    private final Pace pace;
    private final List<String> reasons = new ArrayList<>();
    private Map<String, List<Long>> swaying = Map.of();
    private OptionalLong armedAt = OptionalLong.empty();

    /**
     * Makes an experiment.
     *
     * @param probes all that is read beside the heap
     * @param operation the test's own; the traffic of the plan's faults is added to it
     */
    public Experiment(
            Plan plan, RunningSubject subject, List<Probe> probes, Operation operation, RunListener listener) {
        this(plan, subject, probes, operation, listener, Pace.REAL);
    }

    Experiment(
            Plan plan,
            RunningSubject subject,
            List<Probe> probes,
            Operation operation,
            RunListener listener,
            Pace pace) {
        this.pace = pace;
        this.plan = plan;
        this.subject = subject;
        this.probes = List.copyOf(probes);
        this.operation = operation;
        this.listener = listener;
        this.judge = new Judge(plan.thresholds(), plan.bounds());
    }

    /**
     * Runs it; takes as long as the rounds take, plus {@link Plan#within} where something does not return, or longer where the
     * subject keeps what is idle for longer.
     *
     * @return the run with its verdict
     * @throws ScupperException if it could not be carried out: a fault that never fired, a load that missed, a probe that
     *     could not be read, a subject that died
     */
    public Run run() throws InterruptedException {
        long begun = pace.nanos();
        BudgetChecks.require(plan, subject);
        var sampler = new Sampler(subject.agent(), probes, judge, pace);
        Conclusion conclusion = concluded(sampler);
        List<BudgetFinding> budgets = budgets(conclusion);
        Evidence evidence = evidence(conclusion, sampler);
        return conclusion.explained(evidence, budgets, Duration.ofNanos(pace.nanos() - begun));
    }

    /** From warm-up to the verdict; everything is lifted and given back when it returns. */
    private Conclusion concluded(Sampler sampler) throws InterruptedException {
        try (var faults = new PreparedFaults(plan.faults(), subject);
                var load = new Load(faults.addedTo(operation), plan.concurrency(), plan.operationWithin())) {
            var runner = new RoundRunner(plan, subject, load, sampler, faults, listener, pace);
            Rounds least = rounds(runner, sampler, faults);
            var escalation = new Escalation(plan, judge, runner, listener, swaying);
            Rounds rounds = escalation.follow(least);
            return conclude(rounds, escalation, runner, sampler, faults);
        }
    }

    /** What leaks is explained, and not measured as well: what is kept would be part of each figure. */
    private List<BudgetFinding> budgets(Conclusion conclusion) throws InterruptedException {
        if (plan.budgets().isEmpty()) {
            return List.of();
        }
        var run = new BudgetRun(plan, subject, operation, listener, pace);
        return conclusion.toBeExplained().isEmpty()
                ? run.after(conclusion.rounds().settled())
                : run.unmeasured("Something seems to be kept, which comes first.");
    }

    private Evidence evidence(Conclusion conclusion, Sampler sampler) throws InterruptedException {
        List<Finding> leaks = conclusion.toBeExplained();
        if (leaks.isEmpty() || plan.explanation().isEmpty()) {
            return Evidence.NONE;
        }
        return new SecondRun(plan.explanation().get(), plan, subject, operation, sampler, listener, pace)
                .on(leaks, conclusion.slowest());
    }

    /** Warm-up until quiet, baseline, control rounds, armed rounds. */
    private Rounds rounds(RoundRunner runner, Sampler sampler, PreparedFaults faults) throws InterruptedException {
        Sample baseline = warmUp(runner);
        sampler.expect(baseline);
        List<Round> control = runner.counted(Phase.CONTROL, 1, controlRounds());
        if (plan.faults().isEmpty()) {
            return new Rounds(baseline, control, List.of(), last(control));
        }
        runner.arm();
        armedAt = OptionalLong.of(sampler.elapsedMillis());
        List<Round> armed = runner.counted(Phase.ARMED, 1, plan.rounds());
        var rounds = new Rounds(baseline, control, armed, last(armed));
        faults.requireFired(rounds.judgedOperations());
        return rounds;
    }

    /** Lift, settle, verdict, and what it has to stand. */
    private Conclusion conclude(
            Rounds rounds, Escalation escalation, RoundRunner runner, Sampler sampler, PreparedFaults faults)
            throws InterruptedException {
        long lifted = pace.nanos();
        faults.lift();
        Optional<Course.Window> armed = armedUntil(sampler.elapsedMillis());
        if (!plan.faults().isEmpty()) {
            listener.noted("lifted");
        }
        var settling = new Settling(plan, judge, escalation.circumstances(), listener, pace);
        Rounds settled = settling.await(rounds, runner, lifted);
        List<Finding> findings = judged(settled, escalation);
        Verdict verdict = findings.stream().map(Finding::verdict).reduce(Verdict.CLEAN, Verdict::and);
        var doubts = new Doubts(plan, subject.agent(), runner, listener, pace);
        if (verdict == Verdict.CLEAN && reasons.isEmpty()) {
            reasons.addAll(doubts.about(settled.settled(), lifted));
        }
        Snapshot last = sampler.lastSnapshot();
        Optional<Interval> idle = verdict == Verdict.CLEAN && reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(runner.idle(settled.settled()));
        List<FaultRecord> records = faults.finish();
        return new Conclusion(
                plan,
                subject,
                settled,
                last,
                records,
                runner.samples(),
                runner.slowest(),
                findings,
                judge.wantingAPath(settled, escalation.circumstances()),
                new Contrasts(escalation.sameKeys(), idle),
                settling.within(),
                settling.recovered(),
                List.copyOf(reasons),
                doubts.planted(),
                Course.of(armed, runner.samples(), settled, contrasts(escalation, idle), findings, plan.thresholds()));
    }

    /** Of a heap that nobody reads nothing is found, and so nothing said. */
    private List<Finding> judged(Rounds settled, Escalation escalation) {
        List<Finding> findings = judge.judge(settled, escalation.circumstances());
        return subject.agent().readsTheHeap()
                ? findings
                : findings.stream()
                        .filter(finding -> !finding.name().equals("heap"))
                        .toList();
    }

    private Optional<Course.Window> armedUntil(long lifted) {
        return armedAt.isPresent() ? Optional.of(new Course.Window(armedAt.getAsLong(), lifted)) : Optional.empty();
    }

    /** Returns the samples beside those of the rounds whose classes are known. */
    private static List<Sample> contrasts(Escalation escalation, Optional<Interval> idle) {
        Stream<Sample> rounds = Stream.of(
                        escalation.sameKeys(), escalation.circumstances().longer(), idle)
                .flatMap(Optional::stream)
                .map(Interval::after);
        return Stream.concat(rounds, escalation.circumstances().uneven().stream())
                .distinct()
                .toList();
    }

    private int controlRounds() {
        return plan.faults().isEmpty() ? plan.rounds() : plan.controlRounds();
    }

    private Sample warmUp(RoundRunner runner) throws InterruptedException {
        var warmUp = new WarmUp(plan.thresholds());
        var warm = new ArrayList<Sample>();
        for (int round = 1; round <= Plan.MOST_WARM_UP; round++) {
            warm.add(runner.round(Phase.WARM_UP, round));
            if (round >= Plan.LEAST_WARM_UP && (warmUp.isQuiet(warm) || warmUp.isSteady(warm))) {
                break;
            }
        }
        Sample before = warm.get(warm.size() - 2);
        Sample baseline = warm.get(warm.size() - 1);
        var movers = new TreeSet<>(warmUp.movers(before, baseline));
        if (movers.isEmpty() || warmUp.isSteady(warm)) {
            return baseline;
        }
        swaying = warmUp.swaying(warm);
        movers.removeAll(swaying.keySet());
        if (!movers.isEmpty()) {
            reasons.add("Warm-up did not get quiet in %d rounds: still moving are %s."
                    .formatted(
                            warm.size(),
                            String.join(", ", movers.stream().limit(5).toList())));
        }
        return baseline;
    }

    private static Sample last(List<Round> rounds) {
        return rounds.get(rounds.size() - 1).sample();
    }
}
