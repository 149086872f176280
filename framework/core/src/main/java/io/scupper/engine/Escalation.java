package io.scupper.engine;

import io.scupper.explain.Contrasts;
import io.scupper.model.Finding;
import io.scupper.model.Interval;
import io.scupper.model.Phase;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import io.scupper.spi.RunListener;
import io.scupper.verdict.Circumstances;
import io.scupper.verdict.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows a suspicion. More rounds tell a class that grows from a cache that fills up; rounds of other lengths, what is kept
 * for each operation from what comes and goes in batches; one of the same keys, what is kept for each key; and
 * one that is collected late, what only the collector closes from what a timer does.
 */
final class Escalation {

    private static final int MOST_NAMED = 3;

    /** Enough for the slope of a batch of two rounds' operations to exclude growth on one operation in ten. */
    private static final int UNEVEN_ROUNDS = 12;

    private final Plan plan;
    private final Judge judge;
    private final RoundRunner runner;
    private final RunListener listener;
    private Circumstances circumstances;
    private Optional<Interval> sameKeys = Optional.empty();

    /**
     * Makes one.
     *
     * @param swaying classes that came and went during warm-up
     */
    Escalation(Plan plan, Judge judge, RoundRunner runner, RunListener listener, Map<String, List<Long>> swaying) {
        this.plan = plan;
        this.judge = judge;
        this.runner = runner;
        this.listener = listener;
        this.circumstances = Circumstances.PLAIN.with(swaying);
    }

    /** Returns these rounds with those that were needed to follow what they make suspect. */
    Rounds follow(Rounds rounds) throws InterruptedException {
        runner.beImpatient();
        Rounds all = followGrowth(rounds);
        if (judge.suspectsTheCollector(all)) {
            followTheCollector();
        }
        return all;
    }

    private Rounds followGrowth(Rounds rounds) throws InterruptedException {
        List<String> suspicions = judge.suspicions(rounds, circumstances);
        if (suspicions.isEmpty()) {
            return rounds;
        }
        listener.noted("more rounds for "
                + String.join(", ", suspicions.subList(0, Math.min(MOST_NAMED, suspicions.size()))));
        Rounds all = rounds;
        try {
            while (isWorthMore(all) && !judge.wantsFillingAlone(all, circumstances)) {
                all = oneMore(all);
            }
            boolean isTold = fill(all);
            while (!isTold && isWorthMore(all)) {
                all = oneMore(all);
            }
        } catch (LoadMissedException e) {
            // What leaks may itself be what brings the subject to its end; counted resources can be judged by now.
            circumstances = circumstances.unfollowed();
            listener.noted("no more rounds: " + e.getMessage());
            return all;
        }
        contrast(all);
        return all;
    }

    /**
     * Rounds of few operations would have to be many before a collection of a hundred entries is full: one long one fills it. Returns
     * whether it was carried out, or is not wanted. What leaks without a fault, and is counted, it would only use up.
     */
    private boolean fill(Rounds rounds) throws InterruptedException {
        if (!hasRoom(rounds) || !judge.wantsFilling(rounds)) {
            return true;
        }
        if (plan.faults().isEmpty() && judge.countsALeak(rounds)) {
            return false;
        }
        circumstances = circumstances.filled(runner.filling());
        return circumstances.filling().isPresent();
    }

    /** Returns what the verdict must know of it. */
    Circumstances circumstances() {
        return circumstances;
    }

    /** Returns the round of the same keys, if there was one. */
    Optional<Interval> sameKeys() {
        return sameKeys;
    }

    private Rounds oneMore(Rounds all) throws InterruptedException {
        var more = new ArrayList<>(all.judged());
        Phase phase = plan.faults().isEmpty() ? Phase.CONTROL : Phase.ARMED;
        Round round = runner.counted(phase, more.size() + 1);
        more.add(round);
        return plan.faults().isEmpty()
                ? new Rounds(all.baseline(), more, List.of(), round.sample())
                : new Rounds(all.baseline(), all.control(), more, round.sample());
    }

    /** What a timer of the subject closes just as it is collected, in each round, it closes alone if that comes later. */
    private void followTheCollector() throws InterruptedException {
        try {
            circumstances = circumstances.with(runner.counted(Phase.PATIENT, 1));
        } catch (LoadMissedException e) {
            circumstances = circumstances.unfollowed();
            listener.noted("no patient round: " + e.getMessage());
        }
    }

    private void contrast(Rounds rounds) throws InterruptedException {
        if (!hasRoom(rounds)) {
            return;
        }
        List<Finding> leaks = Stream.concat(
                        judge.judge(rounds, circumstances).stream()
                                .filter(finding -> finding.kind() == Finding.Kind.GROWTH)
                                .filter(finding -> finding.name().startsWith("heap:")),
                        judge.wantingAPath(rounds, circumstances).stream())
                .toList();
        Sample last = circumstances.filling().map(Interval::after).orElse(rounds.settled());
        // The keys that the next round repeats are those of the last one, hence it comes first.
        if (leaks.stream().anyMatch(finding -> Contrasts.canTellKeys(finding, plan.operations()))) {
            sameKeys = runner.sameKeys(last);
            last = sameKeys.map(Interval::after).orElse(last);
        }
        if (!leaks.isEmpty()) {
            circumstances = circumstances.with(runner.longer(last));
            last = circumstances.longer().map(Interval::after).orElse(last);
        }
        if (judge.suspectsBatches(rounds, circumstances)) {
            followBatches(last);
        }
    }

    /** What comes and goes stands ever elsewhere after rounds of ever other lengths, and no higher in the end. */
    private void followBatches(Sample last) throws InterruptedException {
        var uneven = new ArrayList<Sample>();
        uneven.add(last);
        listener.noted("rounds of ever other lengths, for what may come and go in batches");
        try {
            for (int number = 1; number <= UNEVEN_ROUNDS; number++) {
                uneven.add(runner.uneven(number));
            }
            circumstances = circumstances.with(uneven);
        } catch (LoadMissedException e) {
            listener.noted("no more uneven rounds: " + e.getMessage());
        }
    }

    private boolean isWorthMore(Rounds rounds) {
        return hasRoom(rounds)
                && rounds.judged().size() < Plan.ESCALATED_ROUNDS
                && !judge.suspicions(rounds, circumstances).isEmpty();
    }

    /** With most of the heap live, more rounds would end the subject rather than the doubt. */
    private static boolean hasRoom(Rounds rounds) {
        Sample.Heap heap = rounds.settled().heap();
        return heap.maxBytes() <= 0 || heap.liveBytes() < 0.7 * heap.maxBytes();
    }
}
