package io.scupper.model;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a verdict is made of.
 *
 * @param baseline the last sample of warm-up
 * @param control rounds without the fault; when the test has no fault these are what is judged
 * @param armed rounds with the fault; empty when the test has none
 * @param settled the sample after lift; when the test has no fault, after the last round
 */
public record Rounds(Sample baseline, List<Round> control, List<Round> armed, Sample settled) {

    public Rounds {
        control = List.copyOf(control);
        armed = List.copyOf(armed);
    }

    /** Returns the rounds that are judged: the armed ones, or the control rounds of a test without fault. */
    public List<Round> judged() {
        return armed.isEmpty() ? control : armed;
    }

    /** Tells whether a judged round counts: something fired in it, or nothing did in any, as in a test without fault. */
    public boolean counts(Round round) {
        return round.fired() > 0 || judged().stream().allMatch(each -> each.fired() == 0);
    }

    /** Returns the sample that the first judged round started from. */
    public Sample start() {
        return armed.isEmpty() || control.isEmpty()
                ? baseline
                : control.get(control.size() - 1).sample();
    }

    /** Returns these rounds with another settled sample. */
    public Rounds settledAt(Sample sample) {
        return new Rounds(baseline, control, armed, sample);
    }

    /** Returns how many operations the judged rounds had together. */
    public long judgedOperations() {
        return judged().stream().mapToLong(round -> round.sample().operations()).sum();
    }

    /** Returns how a count moved from round to round over the judged rounds. */
    public long[] deltas(Count count) {
        return deltas(start(), judged(), count);
    }

    /** Returns how a count moved from round to round over the control rounds. */
    public long[] controlDeltas(Count count) {
        return deltas(baseline, control, count);
    }

    private static long[] deltas(Sample start, List<Round> rounds, Count count) {
        var deltas = new ArrayList<Long>();
        long before = count.of(start);
        for (Round round : rounds) {
            long now = count.of(round.sample());
            deltas.add(now - before);
            before = now;
        }
        return deltas.stream().mapToLong(Long::longValue).toArray();
    }

    /** One figure of a sample. */
    @FunctionalInterface
    public interface Count {
        long of(Sample sample);
    }
}
