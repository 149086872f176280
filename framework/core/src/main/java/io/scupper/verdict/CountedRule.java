package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Unit;
import java.util.Set;

/**
 * Judges a resource that can be counted. One that is back at its baseline is clean, whatever it did in between. One that
 * is not is a leak if it grew, by a share of what was injected, in most of the rounds in which something was injected. It
 * is a step, which is a pool that started or a keep-alive thread, if it reached a new high in a single round; and also if
 * it stayed under its high while the fault went on firing in the latter half of many rounds, for some pools start their
 * threads one by one. What grows by less than that share, but at a constant rate ({@link ClassRule}), is a leak after many
 * rounds. Anything between is not decided.
 *
 * <p>What a pool has lent out, and what Redis has yet to send, is never a step: a pool that starts lends nothing by it, and a
 * small one that is exhausted by a leak would look the same. For the same reason a single round may show that leases leak,
 * if nothing fired in the others.
 *
 * <p>Buffers and loaded classes grow now and then in any subject, for rare branches of the code come late. They are a leak if
 * they grow in most rounds and still do after many.
 *
 * <p>Rounds in which the fault could not fire any more (a pool that is exhausted gives nothing out) do not count.
 */
final class CountedRule {

    /** In which a resource must grow to be a leak; what is above its baseline by less has not grown in so many. */
    private static final int LEAST_ROUNDS = 3;

    /** Enough for their latter half to be as long as the rounds of a run that nothing is suspected in. */
    private static final int MANY_ROUNDS = 10;

    /** Fewer may be a pool that starts one in each round. */
    private static final int FEW = 10;

    /** What may start when a fault is lifted, and stay. */
    private static final int MOST_AFTER_LIFT = 10;

    private static final Set<String> FILL_UP = Set.of(Resource.BUFFERS, Resource.CLASSES, Resource.DELETE_ON_EXIT);

    private final Thresholds thresholds;
    private final ClassRule rule;

    CountedRule(Thresholds thresholds) {
        this.rule = new ClassRule(thresholds);
        this.thresholds = thresholds;
    }

    /** Returns how far above its baseline the resource may stay and still be back. */
    double slack(Resource resource, long baseline) {
        if (resource.unit() == Unit.BYTES) {
            return thresholds.countedSlackBytes();
        }
        return resource.probe().equals(Resource.CLASSES) ? thresholds.classesSlack() * baseline : 0;
    }

    /** Tells whether more rounds could tell what these could not. */
    boolean isUndecided(Resource resource, Rounds rounds) {
        return judge(resource, rounds).kind() == Kind.UNDECIDED;
    }

    Finding judge(Resource resource, Rounds rounds) {
        CountedGrowth growth = CountedGrowth.of(
                rounds, sample -> sample.count(resource), thresholds.countedShare(), leastPerRound(resource));
        long baseline = rounds.baseline().count(resource);
        long settled = rounds.settled().count(resource);
        Kind kind = kind(resource, settled - baseline, slack(resource, baseline), growth, isSteady(resource, rounds));
        String moved = "baseline %s, now %s".formatted(text(resource, baseline), text(resource, settled));
        return new Finding(
                resource.label(),
                resource.unit(),
                kind,
                baseline,
                settled,
                growth.perOperation(),
                reason(resource, kind, moved, growth));
    }

    private Kind kind(Resource resource, double net, double slack, CountedGrowth growth, boolean isSteady) {
        if (net <= slack) {
            return Kind.RETURNED;
        }
        double least = Math.max(LEAST_ROUNDS, thresholds.countedShare() * growth.injected());
        if (net >= least
                && growth.counting() >= (resource.isLease() ? 1 : LEAST_ROUNDS)
                && growth.grown() >= Math.ceil(thresholds.countedRounds() * growth.counting())) {
            return isEarly(resource, net, growth) ? Kind.UNDECIDED : Kind.GROWTH;
        }
        if (!canStart(resource)) {
            return Kind.UNDECIDED;
        }
        if (isSteady && net >= LEAST_ROUNDS) {
            return growth.rounds() < MANY_ROUNDS ? Kind.UNDECIDED : Kind.GROWTH;
        }
        if (fillsUp(resource)) {
            return Kind.STEP;
        }
        if (growth.afterLast() > MOST_AFTER_LIFT
                || growth.counting() < LEAST_ROUNDS && net >= growth.injected() / 2.0) {
            return Kind.UNDECIDED;
        }
        if (growth.highs() <= 1) {
            return Kind.STEP;
        }
        if (Math.min(net, growth.total()) < least) {
            return Kind.WITHIN_TOLERANCE;
        }
        boolean isOver = growth.rounds() >= MANY_ROUNDS && growth.still() >= growth.rounds() / 2;
        return isOver ? Kind.STEP : Kind.UNDECIDED;
    }

    private String reason(Resource resource, Kind kind, String moved, CountedGrowth growth) {
        return switch (kind) {
            case RETURNED -> "back at its baseline: " + moved;
            case WITHIN_TOLERANCE -> moved + ", too little to count";
            case STEP ->
                fillsUp(resource)
                        ? moved + ", now and then and not with the operations"
                        : growth.highs() <= 1
                                ? moved + ", in a single step"
                                : "%s, in %d steps and none of them in the latter half of %d rounds"
                                        .formatted(moved, growth.highs(), growth.rounds());
            case GROWTH, ABOVE_BOUND, COLLECTED, BOUNDED ->
                "%s; it grew in %d of %d rounds"
                        .formatted(moved, Math.max(growth.grown(), growth.highs()), growth.counting());
            case UNDECIDED -> moved + why(resource, growth);
        };
    }

    private String why(Resource resource, CountedGrowth growth) {
        if (!canStart(resource)) {
            return ", at rest; none of it should be left, yet it grew in only %d of %d rounds"
                    .formatted(growth.grown(), growth.counting());
        }
        if (growth.afterLast() > MOST_AFTER_LIFT) {
            return "; %d of them came after the last round".formatted(growth.afterLast());
        }
        if (growth.counting() < LEAST_ROUNDS) {
            return "; it grew in %d of %d rounds, and in the others nothing was injected"
                    .formatted(growth.highs(), growth.rounds());
        }
        return growth.rounds() < MANY_ROUNDS
                        && growth.highs() >= Math.ceil(thresholds.countedRounds() * growth.counting())
                ? "; it grew in %d of %d rounds, too few to tell a leak from what fills up"
                        .formatted(growth.highs(), growth.rounds())
                : "; it rose to a new high in %d of %d rounds, which is neither a single step nor steady growth"
                        .formatted(growth.highs(), growth.rounds());
    }

    /** Tells whether it may yet turn out to fill up: some things do in any subject, and pools may start one a round. */
    private static boolean isEarly(Resource resource, double net, CountedGrowth growth) {
        boolean mayFillUp = fillsUp(resource) || canStart(resource) && net < FEW;
        return mayFillUp && growth.rounds() < MANY_ROUNDS;
    }

    /** Tells whether it grows at a constant rate, be it less than the share that most rounds are asked for. */
    private boolean isSteady(Resource resource, Rounds rounds) {
        long operations = rounds.judged().get(0).sample().operations();
        long[] deltas = rounds.deltas(sample -> sample.count(resource));
        return resource.unit() == Unit.COUNT
                && rule.suspect(deltas, operations, thresholds.leakingShare()).isPresent();
    }

    private double leastPerRound(Resource resource) {
        return resource.unit() == Unit.BYTES ? thresholds.countedSlackBytes() / (double) MANY_ROUNDS : 1;
    }

    /** Tells whether a step may be something that started, and stays: leases, and what Redis has yet to send, do not. */
    private static boolean canStart(Resource resource) {
        return !resource.isLease() && (resource.unit() == Unit.COUNT || fillsUp(resource));
    }

    /** Tells whether what the subject has of it grows for a while without any leak: classes load as they are first used. */
    private static boolean fillsUp(Resource resource) {
        return FILL_UP.contains(resource.probe());
    }

    private static String text(Resource resource, long value) {
        return resource.unit().format(value, 0);
    }
}
