package io.scupper.engine;

import io.scupper.explain.Explainer;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Phase;
import io.scupper.model.Placebo;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.model.Verdict;
import io.scupper.spi.Probe;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import io.scupper.verdict.Judge;
import io.scupper.verdict.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * One experiment on a running subject: warm-up until quiet, baseline, control rounds, armed rounds, lift, settle, verdict,
 * the doubts that CLEAN has to stand, compensate. Used once, by one thread. Whatever happens, every fault is lifted and compensated in the end.
 */
public final class Experiment {

    /** How much slower than the slowest round before it a round may be that only follows a suspicion. */
    private static final int SLOWDOWN = 3;

    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Plan plan;
    private final RunningSubject subject;
    private final List<Probe> probes;
    private final Operation operation;
    private final RunListener listener;
    private final Judge judge;
    private final Pace pace;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Duration roundWithin = Plan.ROUND_WITHIN;
    private long slowestNanos;
    private boolean followed = true;
    private Optional<Duration> recovered = Optional.empty();

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
     * Runs it; takes as long as the rounds take, plus {@link Plan#within} at the most where something does not return.
     *
     * @return the run with its verdict
     * @throws ScupperException if it could not be carried out: a fault that never fired, a load that missed, a probe that
     *     could not be read, a subject that died
     */
    public Run run() throws InterruptedException {
        long begun = pace.nanos();
        try (var faults = new PreparedFaults(plan.faults(), subject);
                var load = new Load(faults.addedTo(operation), plan.concurrency(), plan.operationWithin())) {
            var sampler = new Sampler(subject.agent(), probes, judge, pace);
            Sample baseline = warmUp(load, sampler);
            sampler.expect(baseline);
            List<Round> control = rounds(Phase.CONTROL, controlRounds(), load, sampler, faults);
            var rounds = new Rounds(baseline, control, List.of(), last(control));
            if (!plan.faults().isEmpty()) {
                faults.arm();
                List<Round> armed = rounds(Phase.ARMED, plan.rounds(), load, sampler, faults);
                rounds = new Rounds(baseline, control, armed, last(armed));
                faults.requireFired(rounds.judgedOperations());
            }
            rounds = escalate(rounds, load, sampler, faults);
            return settleAndJudge(rounds, load, sampler, faults, begun);
        }
    }

    private int controlRounds() {
        return plan.faults().isEmpty() ? plan.rounds() : plan.controlRounds();
    }

    private Sample warmUp(Load load, Sampler sampler) throws InterruptedException {
        var warmUp = new WarmUp(plan.thresholds());
        var warm = new ArrayList<Sample>();
        for (int round = 1; round <= Plan.MOST_WARM_UP; round++) {
            warm.add(round(Phase.WARM_UP, round, load, sampler));
            if (round >= Plan.LEAST_WARM_UP && (warmUp.isQuiet(warm) || warmUp.isSteady(warm))) {
                break;
            }
        }
        Sample before = warm.get(warm.size() - 2);
        Sample baseline = warm.get(warm.size() - 1);
        var movers = new TreeSet<>(warmUp.movers(before, baseline));
        if (!movers.isEmpty() && !warmUp.isSteady(warm)) {
            reasons.add("Warm-up did not get quiet in %d rounds: still moving are %s."
                    .formatted(
                            warm.size(),
                            String.join(", ", movers.stream().limit(5).toList())));
        }
        return baseline;
    }

    private List<Round> rounds(Phase phase, int count, Load load, Sampler sampler, PreparedFaults faults)
            throws InterruptedException {
        var rounds = new ArrayList<Round>();
        for (int i = 1; i <= count; i++) {
            rounds.add(firedRound(phase, i, load, sampler, faults));
        }
        return rounds;
    }

    private Round firedRound(Phase phase, int number, Load load, Sampler sampler, PreparedFaults faults)
            throws InterruptedException {
        long before = faults.fired();
        Sample sample = round(phase, number, load, sampler);
        return new Round(sample, faults.fired() - before);
    }

    private Sample round(Phase phase, int number, Load load, Sampler sampler) throws InterruptedException {
        listener.roundStarted(phase, number, plan.operations());
        long begun = pace.nanos();
        load.run(phase.word() + " round " + number, plan.operations(), roundWithin, subject::requireAlive);
        slowestNanos = Math.max(slowestNanos, pace.nanos() - begun);
        return sampled(sampler.sample(phase, number, plan.operations()));
    }

    private Sample sampled(Sample sample) {
        subject.requireAlive();
        samples.add(sample.withoutClasses());
        listener.sampled(sample);
        return sample;
    }

    /** A class that grows may be a cache that fills up: twelve rounds tell the two apart. */
    private Rounds escalate(Rounds rounds, Load load, Sampler sampler, PreparedFaults faults)
            throws InterruptedException {
        Rounds all = rounds;
        // A subject that runs out of what leaks may answer each operation by a time-out.
        roundWithin = TOLERANCE.plusNanos(SLOWDOWN * slowestNanos);
        List<String> suspicions = judge.suspicions(all);
        if (!suspicions.isEmpty()) {
            listener.noted("more rounds for "
                    + String.join(", ", suspicions.subList(0, Math.min(3, suspicions.size()))));
        }
        while (judge.suspects(all) && all.judged().size() < Plan.ESCALATED_ROUNDS && hasRoom(all)) {
            var more = new ArrayList<>(all.judged());
            Phase phase = plan.faults().isEmpty() ? Phase.CONTROL : Phase.ARMED;
            try {
                more.add(firedRound(phase, more.size() + 1, load, sampler, faults));
            } catch (LoadMissedException e) {
                // What leaks may itself be what brings the subject to its end; counted resources can be judged by now.
                followed = false;
                listener.noted("no more rounds: " + e.getMessage());
                return all;
            }
            all = plan.faults().isEmpty()
                    ? new Rounds(all.baseline(), more, List.of(), last(more))
                    : new Rounds(all.baseline(), all.control(), more, last(more));
        }
        return all;
    }

    /** With most of the heap live, more rounds would end the subject rather than the doubt. */
    private boolean hasRoom(Rounds rounds) {
        Sample.Heap heap = rounds.settled().heap();
        return heap.maxBytes() <= 0 || heap.liveBytes() < 0.7 * heap.maxBytes();
    }

    private Run settleAndJudge(Rounds rounds, Load load, Sampler sampler, PreparedFaults faults, long begun)
            throws InterruptedException {
        long lifted = pace.nanos();
        faults.lift();
        if (!plan.faults().isEmpty()) {
            listener.noted("lifted");
        }
        Rounds settled = settle(rounds, sampler, lifted);
        List<Finding> findings = judge.judge(settled, followed);
        Verdict verdict = findings.stream().map(Finding::verdict).reduce(Verdict.CLEAN, Verdict::and);
        if (verdict == Verdict.CLEAN && reasons.isEmpty()) {
            doubt(settled.settled(), load, sampler, lifted);
        }
        if (!reasons.isEmpty()) {
            verdict = verdict.and(Verdict.INCONCLUSIVE);
        }
        var explainer = new Explainer(settled, sampler.lastSnapshot());
        Optional<Placebo> placebo =
                verdict == Verdict.CLEAN ? Optional.empty() : Optional.of(placebo(settled.settled(), sampler));
        List<FaultRecord> records = faults.finish();
        recovered.ifPresent(after -> listener.noted("back at the baseline after " + TimeSpan.format(after)));
        return new Run(
                plan.test(),
                subject.kind().word(),
                subject.description(),
                records,
                samples,
                findings,
                explainer.suspects(findings, records, placebo),
                verdict,
                plan.within(),
                recovered,
                reasons,
                Duration.ofNanos(pace.nanos() - begun));
    }

    /** Lets as much time pass as the slowest round took. */
    private Placebo placebo(Sample settled, Sampler sampler) throws InterruptedException {
        listener.roundStarted(Phase.PLACEBO, 1, 0);
        pace.pause(TimeUnit.NANOSECONDS.toMillis(slowestNanos));
        return new Placebo(settled, sampled(sampler.sample(Phase.PLACEBO, 1, 0)));
    }

    /** Samples until everything is back, or the time for it is over. */
    private Rounds settle(Rounds rounds, Sampler sampler, long liftedNanos) throws InterruptedException {
        Rounds settled = rounds;
        int attempt = 1;
        do {
            settled = settled.settledAt(sampled(sampler.sample(Phase.SETTLE, attempt++, 0)));
            if (judge.isBack(settled)) {
                recovered = Optional.of(Duration.ofNanos(pace.nanos() - liftedNanos));
            }
        } while (recovered.isEmpty()
                && pace.nanos() - liftedNanos < plan.within().toNanos());
        return settled;
    }

    private void doubt(Sample settled, Load load, Sampler sampler, long liftedNanos) throws InterruptedException {
        var doubts = new Doubts(plan, subject, listener, pace);
        if (!plan.faults().isEmpty()) {
            doubts.whetherItStillWorks(load, roundWithin, liftedNanos).ifPresent(reasons::add);
        }
        reasons.addAll(doubts.whetherAProbeIsBlind(settled, sampler));
    }

    private static Sample last(List<Round> rounds) {
        return rounds.get(rounds.size() - 1).sample();
    }
}
