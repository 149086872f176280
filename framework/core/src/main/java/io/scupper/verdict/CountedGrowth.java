package io.scupper.verdict;

import io.scupper.model.Round;
import io.scupper.model.Rounds;
import java.util.List;

/**
 * How a counted resource moved over the judged rounds.
 *
 * @param rounds how many there were
 * @param counting how many of them count: those in which something fired, or all if nothing ever did
 * @param grown how many of those that count grew by the share of what was injected
 * @param highs how many rose above all before them
 * @param still how many of those that count came after the last high
 * @param afterLast from the end of the last to when it settled after lift
 * @param total from the start of the first to the end of the last
 * @param injected in those that count
 */
record CountedGrowth(
        int rounds,
        int counting,
        int grown,
        int highs,
        int still,
        long afterLast,
        long total,
        long injected,
        double perOperation) {

    /**
     * Measures.
     *
     * @param share of what was injected that a round must grow by to have grown
     * @param leastPerRound the same at the least
     */
    static CountedGrowth of(Rounds rounds, Rounds.Count count, double share, double leastPerRound) {
        List<Round> judged = rounds.judged();
        long start = count.of(rounds.start());
        long before = start;
        long high = start;
        int counting = 0;
        int grown = 0;
        int highs = 0;
        int still = 0;
        long injected = 0;
        for (Round round : judged) {
            long now = count.of(round.sample());
            boolean counts = rounds.counts(round);
            boolean isGrown = now - before >= Math.max(leastPerRound, share * round.injected());
            boolean isHigh = now > high;
            counting += counts ? 1 : 0;
            injected += counts ? round.injected() : 0;
            grown += counts && isGrown ? 1 : 0;
            highs += isHigh ? 1 : 0;
            still = isHigh ? 0 : still + (counts ? 1 : 0);
            high = Math.max(high, now);
            before = now;
        }
        double perOperation = (before - start) / (double) Math.max(1, rounds.judgedOperations());
        long afterLast = count.of(rounds.settled()) - before;
        return new CountedGrowth(
                judged.size(), counting, grown, highs, still, afterLast, before - start, injected, perOperation);
    }
}
