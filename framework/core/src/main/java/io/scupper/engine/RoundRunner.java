package io.scupper.engine;

import io.scupper.model.Interval;
import io.scupper.model.Phase;
import io.scupper.model.Round;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Carries out the rounds of one experiment, ends each in a sample, and keeps the samples. */
final class RoundRunner {

    /** How much slower than the slowest round before it a round may be that only follows a suspicion. */
    private static final int SLOWDOWN = 3;

    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    /** How long the operations may take that fill a bounded collection. */
    private static final Duration FILLING_WITHIN = Duration.ofMinutes(1);

    private static final int ROUNDS_AFTER_FILLING = 3;
    private static final int LEAST_AFTER_FILLING = 20;

    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Plan plan;
    private final RunningSubject subject;
    private final Load load;
    private final Sampler sampler;
    private final PreparedFaults faults;
    private final RunListener listener;
    private final Pace pace;
    private final AbortWatch abortWatch;
    private final List<Sample> samples = new ArrayList<>();
    private Duration within = Plan.ROUND_WITHIN;
    private long slowestNanos;

    /** Of the last round: the slowest may be the first of all, which loads classes. */
    private long latestNanos;

    RoundRunner(
            Plan plan,
            RunningSubject subject,
            Load load,
            Sampler sampler,
            PreparedFaults faults,
            RunListener listener,
            Pace pace) {
        this.plan = plan;
        this.subject = subject;
        this.load = load;
        this.sampler = sampler;
        this.faults = faults;
        this.listener = listener;
        this.pace = pace;
        this.abortWatch = new AbortWatch(plan.abortWhen(), subject.agent(), pace);
    }

    /** Arms the faults. */
    void arm() {
        abortWatch.begin();
        faults.arm();
    }

    /** Makes sure that the subject is there and, under a fault, not worse off than is allowed. */
    private void requireWell() {
        subject.requireAlive();
        if (abortWatch.isDue()) {
            look();
        }
    }

    /** Done in all rounds, so that what it costs the subject is part of the baseline. */
    private void look() {
        try {
            abortWatch.look(faults.areArmed());
        } catch (ScupperException e) {
            faults.abort(e);
            throw e;
        }
    }

    /** Carries out one round. */
    Sample round(Phase phase, int number) throws InterruptedException {
        return round(phase, number, plan.operations());
    }

    private Sample round(Phase phase, int number, int operations) throws InterruptedException {
        listener.roundStarted(phase, number, operations);
        long begun = pace.nanos();
        load.run(phase.word() + " round " + number, operations, within, this::requireWell);
        latestNanos = pace.nanos() - begun;
        slowestNanos = Math.max(slowestNanos, latestNanos);
        Sample sample = sample(phase, number, operations);
        // Fresh from a collection, which a short round may have had none of.
        look();
        return sample;
    }

    /** Carries out one round, and counts how often the faults fired in it. */
    Round counted(Phase phase, int number) throws InterruptedException {
        long before = faults.fired();
        Sample sample = round(phase, number);
        return new Round(sample, faults.fired() - before);
    }

    /** Carries out so many rounds. */
    List<Round> counted(Phase phase, int from, int to) throws InterruptedException {
        var rounds = new ArrayList<Round>();
        for (int i = from; i <= to; i++) {
            rounds.add(counted(phase, i));
        }
        return rounds;
    }

    /** Carries out one round with the keys of the one before, if that asked for any; one that misses tells nothing. */
    Optional<Interval> sameKeys(Sample before) throws InterruptedException {
        try {
            if (!load.runAgain(
                    "the round of the same keys",
                    plan.operations(),
                    within,
                    this::requireWell,
                    () -> listener.roundStarted(Phase.SAME_KEYS, 1, plan.operations()))) {
                return Optional.empty();
            }
        } catch (LoadMissedException e) {
            listener.noted("no round of the same keys: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(new Interval(before, sample(Phase.SAME_KEYS, 1, plan.operations())));
    }

    /** Carries out one round of half as many operations again; one that misses tells nothing. */
    Optional<Interval> longer(Sample before) throws InterruptedException {
        try {
            int operations = plan.operations() + (plan.operations() + 1) / 2;
            return Optional.of(new Interval(before, round(Phase.LONGER, 1, operations)));
        } catch (LoadMissedException e) {
            listener.noted("no longer round: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Carries out as many operations as fill a bounded collection, and then what tells whether it is full. Nothing is told by some that
     * miss or would take too long.
     */
    Optional<Interval> filling() throws InterruptedException {
        int operations = plan.thresholds().growthOperations();
        Duration longest = Duration.ofNanos(latestNanos).multipliedBy(1 + operations / plan.operations());
        if (longest.compareTo(FILLING_WITHIN) > 0) {
            listener.noted("no filling round: %d operations would take longer than %s"
                    .formatted(operations, TimeSpan.format(FILLING_WITHIN)));
            return Optional.empty();
        }
        Duration usual = within;
        long slowest = slowestNanos;
        within = within.plus(longest.multipliedBy(SLOWDOWN));
        try {
            Sample full = round(Phase.FILLING, 1, operations);
            int after = Math.max(LEAST_AFTER_FILLING, ROUNDS_AFTER_FILLING * plan.operations());
            return Optional.of(new Interval(full, round(Phase.FILLING, 2, after)));
        } catch (LoadMissedException e) {
            listener.noted("no filling round: " + e.getMessage());
            return Optional.empty();
        } finally {
            within = usual;
            slowestNanos = slowest;
        }
    }

    /**
     * Carries out a round of once to twice as many operations as others have. Multiples of the golden ratio leave lengths as
     * far from each other, and from any batch, as can be (Weyl's equidistribution; the ratio has the least discrepancy).
     */
    Sample uneven(int number) throws InterruptedException {
        double share = number * GOLDEN_RATIO % 1;
        return round(Phase.UNEVEN, number, (int) Math.round(plan.operations() * (1 + share)));
    }

    /** Lets as much time pass as the slowest round took, without any operation. */
    Interval idle(Sample before) throws InterruptedException {
        listener.roundStarted(Phase.PLACEBO, 1, 0);
        pace.pause(TimeUnit.NANOSECONDS.toMillis(slowestNanos));
        return new Interval(before, sample(Phase.PLACEBO, 1, 0));
    }

    /** Settles and reads, and keeps the sample without its classes. */
    Sample sample(Phase phase, int number, long operations) throws InterruptedException {
        Sample sample = sampler.sample(phase, number, operations);
        subject.requireAlive();
        samples.add(sample.withoutClasses());
        listener.sampled(sample);
        return sample;
    }

    /**
     * Carries out some operations without reading anything.
     *
     * @throws LoadMissedException if they do not land
     */
    void serve(int operations) throws InterruptedException {
        listener.roundStarted(Phase.SERVICE, 1, operations);
        load.run("the round after lift", operations, within, this::requireWell);
    }

    /** Reads once while something is planted, which is no sample of the run. */
    Sample planted() throws InterruptedException {
        return sampler.sample(Phase.PLANTED, 1, 0);
    }

    /** From now on rounds only answer a doubt: a subject that runs out of what leaks may answer each operation by a time-out. */
    void beImpatient() {
        within = TOLERANCE.plusNanos(SLOWDOWN * slowestNanos);
    }

    /** As {@link #beImpatient()}, of rounds that another one has carried out. */
    void beImpatient(Duration slowest) {
        slowestNanos = slowest.toNanos();
        beImpatient();
    }

    /** Returns how long the slowest round took. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos);
    }

    /** Returns all samples so far, in order. */
    List<Sample> samples() {
        return samples;
    }
}
