package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Unit;
import java.util.List;

/**
 * Judges a resource that can be counted. One that is back at its baseline is clean, whatever it did in between. One that
 * is not is a leak if it grew, by a share of what was injected, in most of the rounds in which something was injected; a
 * single step is a pool that started or a keep-alive thread, and so is one step in five rounds that came to an end, for
 * some pools start their threads one by one; anything between is not decided.
 *
 * <p>Rounds in which the fault could not fire any more (a pool that is exhausted gives nothing out) do not count.
 */
final class CountedRule {

    /** In which a resource must grow to be a leak; what is above its baseline by less has not grown in so many. */
    private static final int LEAST_ROUNDS = 3;

    private static final int ROUNDS_PER_STEP = 5;

    private final Thresholds thresholds;

    CountedRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Returns how far above its baseline the resource may stay and still be back. */
    long slack(Resource resource) {
        return resource.unit() == Unit.BYTES ? thresholds.countedSlackBytes() : 0;
    }

    /** Tells whether more rounds could tell what these could not. */
    boolean isUndecided(Resource resource, Rounds rounds) {
        return judge(resource, rounds).kind() == Kind.UNDECIDED;
    }

    Finding judge(Resource resource, Rounds rounds) {
        long baseline = rounds.baseline().count(resource);
        long settled = rounds.settled().count(resource);
        var growth = new Growth(rounds, rounds.deltas(sample -> sample.count(resource)), thresholds);
        double net = settled - baseline;
        String moved = "baseline %s, now %s".formatted(text(resource, baseline), text(resource, settled));
        if (net <= slack(resource)) {
            return finding(resource, Kind.RETURNED, rounds, growth, "back at its baseline: " + moved);
        }
        if (net < Math.max(LEAST_ROUNDS, thresholds.countedShare() * growth.injected())) {
            return finding(resource, Kind.WITHIN_TOLERANCE, rounds, growth, moved + ", too little to count");
        }
        if (growth.rounds() >= LEAST_ROUNDS
                && growth.grown() >= Math.ceil(thresholds.countedRounds() * growth.rounds())) {
            return finding(
                    resource,
                    Kind.GROWTH,
                    rounds,
                    growth,
                    "%s; it grew in %d of %d rounds".formatted(moved, growth.grown(), growth.rounds()));
        }
        if (growth.risen() <= 1) {
            return finding(resource, Kind.STEP, rounds, growth, moved + ", in a single step");
        }
        if (growth.risen() <= rounds.judged().size() / ROUNDS_PER_STEP && growth.isOver()) {
            String reason = "%s, in %d steps and none of them in the latter half of the rounds";
            return finding(resource, Kind.STEP, rounds, growth, reason.formatted(moved, growth.risen()));
        }
        return finding(
                resource,
                Kind.UNDECIDED,
                rounds,
                growth,
                "%s; it rose in %d of %d rounds, which is neither a single step nor steady growth"
                        .formatted(moved, growth.risen(), rounds.judged().size()));
    }

    private static Finding finding(Resource resource, Kind kind, Rounds rounds, Growth growth, String reason) {
        return new Finding(
                resource.label(),
                resource.unit(),
                kind,
                rounds.baseline().count(resource),
                rounds.settled().count(resource),
                growth.perOperation(),
                reason);
    }

    private static String text(Resource resource, long value) {
        return resource.unit().format(value, 0);
    }

    /** How a resource grew over the rounds that count. */
    private record Growth(int rounds, int grown, int risen, boolean isOver, double injected, double perOperation) {

        Growth(Rounds rounds, long[] deltas, Thresholds thresholds) {
            this(
                    counting(rounds.judged()),
                    grown(rounds.judged(), deltas, thresholds.countedShare()),
                    (int) java.util.Arrays.stream(deltas).filter(d -> d > 0).count(),
                    java.util.Arrays.stream(deltas).skip(deltas.length / 2).noneMatch(d -> d > 0),
                    rounds.judged().stream().mapToLong(Round::injected).sum(),
                    java.util.Arrays.stream(deltas).sum() / (double) Math.max(1, rounds.judgedOperations()));
        }

        private static int counting(List<Round> rounds) {
            return (int) rounds.stream().filter(round -> counts(rounds, round)).count();
        }

        /** A round counts if something fired in it; without any fault every round does. */
        private static boolean counts(List<Round> rounds, Round round) {
            return round.fired() > 0 || rounds.stream().allMatch(each -> each.fired() == 0);
        }

        private static int grown(List<Round> rounds, long[] deltas, double share) {
            int grown = 0;
            for (int i = 0; i < deltas.length; i++) {
                Round round = rounds.get(i);
                if (counts(rounds, round) && deltas[i] >= Math.max(1, share * round.injected())) {
                    grown++;
                }
            }
            return grown;
        }
    }
}
