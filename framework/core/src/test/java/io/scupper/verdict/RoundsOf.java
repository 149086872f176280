package io.scupper.verdict;

import io.scupper.model.ClassCount;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Types in the rounds of a run: one row of figures for each thing that is measured. */
final class RoundsOf {

    static final long LIVE = 50L << 20;
    private static final long MAX_BYTES = 1L << 30;

    private final long operations;
    private long firedPerRound;
    private int firingRounds = Integer.MAX_VALUE;
    private boolean hasFault = true;
    private final Map<String, long[]> classes = new HashMap<>();
    private final Map<Resource, long[]> counted = new HashMap<>();
    private final Map<Resource, long[]> collected = new HashMap<>();
    private boolean isStill = true;
    private long[] live = {};
    private long maxBytes = MAX_BYTES;
    private long[] soft = {};

    private RoundsOf(long operations) {
        this.operations = operations;
        this.firedPerRound = operations;
    }

    /** Rounds of so many operations, on each of which a fault fires. */
    static RoundsOf operations(long operations) {
        return new RoundsOf(operations);
    }

    RoundsOf firing(long perRound) {
        firedPerRound = perRound;
        return this;
    }

    RoundsOf firingOnlyInTheFirst(int rounds, long perRound) {
        firingRounds = rounds;
        return firing(perRound);
    }

    /** The rounds are control rounds, and there are no others. */
    RoundsOf withoutFault() {
        hasFault = false;
        return firing(0);
    }

    /** Instances at the baseline, after each armed round, and settled. */
    RoundsOf instances(String className, long... counts) {
        classes.put(className, counts);
        return this;
    }

    RoundsOf counted(Resource resource, long... counts) {
        counted.put(resource, counts);
        return this;
    }

    /** What each collection closed. */
    RoundsOf collected(Resource resource, long... counts) {
        collected.put(resource, counts);
        return this;
    }

    RoundsOf neverStill() {
        isStill = false;
        return this;
    }

    RoundsOf liveBytes(long... bytes) {
        live = bytes;
        return this;
    }

    /** Sets how many soft references there are: at the baseline, after each round, settled. */
    RoundsOf soft(long... references) {
        soft = references;
        return this;
    }

    RoundsOf maxBytes(long bytes) {
        maxBytes = bytes;
        return this;
    }

    /** From 0, as much more after each of the rounds, all of which is left. */
    static long[] steps(int rounds, long each) {
        return LongStream.rangeClosed(0, rounds + 1)
                .map(i -> Math.min(i, rounds) * each)
                .toArray();
    }

    Rounds rounds() {
        int last = length() - 1;
        var rounds = new ArrayList<Round>();
        for (int i = 1; i < last; i++) {
            rounds.add(
                    new Round(sample(hasFault ? Phase.ARMED : Phase.CONTROL, i), i > firingRounds ? 0 : firedPerRound));
        }
        Sample baseline = sample(Phase.WARM_UP, 0);
        Sample settled = sample(Phase.SETTLE, last);
        return hasFault
                ? new Rounds(baseline, List.of(new Round(baseline, 0)), rounds, settled)
                : new Rounds(baseline, rounds, List.of(), settled);
    }

    private int length() {
        return Stream.concat(
                        Stream.of(classes, counted, collected).flatMap(rows -> rows.values().stream()), Stream.of(live))
                .mapToInt(row -> row.length)
                .max()
                .orElseThrow();
    }

    private Sample sample(Phase phase, int index) {
        var classCounts = new HashMap<String, ClassCount>();
        classes.forEach((name, row) -> {
            // A histogram does not list what has no instance.
            if (row[index] > 0) {
                classCounts.put(name, new ClassCount(row[index], row[index] * 64));
            }
        });
        var counts = new HashMap<Resource, Long>();
        counted.forEach((resource, row) -> counts.put(resource, row[index]));
        long bytes = live.length == 0 ? LIVE : live[index];
        var closed = new HashMap<Resource, Long>();
        collected.forEach((resource, row) -> closed.put(resource, row[index]));
        return new Sample(
                phase,
                index,
                operations,
                index * 1_000L,
                new Sample.Heap(bytes, bytes, maxBytes, soft.length == 0 ? 0 : soft[index]),
                classCounts,
                counts,
                new Sample.Rest(isStill, closed));
    }
}
