package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges sockets and descriptors that were open before each garbage collection and closed after it. Cleaners give them back,
 * but nothing promises a collection before the system's limit is reached: what is closed that way in most rounds, by a share
 * of what was injected, is a leak unless the test accepts it. A timer of the subject may close something in each round just as
 * it is collected: what closes by itself when the collection comes later is none.
 */
final class CollectedRule {

    private static final int LEAST_ROUNDS = 3;

    private final Thresholds thresholds;
    private final boolean isAccepted;

    CollectedRule(Thresholds thresholds, boolean isAccepted) {
        this.thresholds = thresholds;
        this.isAccepted = isAccepted;
    }

    /** Returns a finding for each resource of which it is true. */
    List<Finding> judge(Rounds rounds, Circumstances circumstances) {
        return resources(rounds).stream()
                .flatMap(resource -> judge(resource, rounds, circumstances).stream())
                .toList();
    }

    private static Set<Resource> resources(Rounds rounds) {
        var resources = new TreeSet<Resource>();
        rounds.judged()
                .forEach(round ->
                        resources.addAll(round.sample().rest().collected().keySet()));
        return resources;
    }

    private List<Finding> judge(Resource resource, Rounds rounds, Circumstances circumstances) {
        List<Round> counting = rounds.judged().stream().filter(rounds::counts).toList();
        long closed =
                counting.stream().mapToLong(round -> closed(round, resource)).sum();
        long injected = counting.stream().mapToLong(Round::injected).sum();
        long in = counting.stream().filter(round -> isMany(round, resource)).count();
        if (closed < Math.max(LEAST_ROUNDS, thresholds.countedShare() * injected)
                || in < Math.ceil(thresholds.countedRounds() * counting.size())
                || counting.size() < LEAST_ROUNDS) {
            return List.of();
        }
        if (circumstances.patient().filter(round -> !isMany(round, resource)).isPresent()) {
            return List.of();
        }
        boolean isTold = isAccepted || circumstances.isFollowed();
        double perOperation = closed / (double) Math.max(1, rounds.judgedOperations());
        String reason = String.format(
                Locale.ROOT,
                "%d were closed by the garbage collection alone, %.3f per operation, in %d of %d rounds%s",
                closed,
                perOperation,
                in,
                counting.size(),
                isAccepted
                        ? "; the test accepts that"
                        : isTold ? "" : ", or by the subject at the same time: it could not be followed");
        return List.of(new Finding(
                resource.label(),
                resource.unit(),
                isAccepted ? Kind.WITHIN_TOLERANCE : isTold ? Kind.COLLECTED : Kind.UNDECIDED,
                rounds.baseline().count(resource),
                rounds.settled().count(resource),
                perOperation,
                reason));
    }

    private boolean isMany(Round round, Resource resource) {
        return closed(round, resource) >= Math.max(1, thresholds.countedShare() * round.injected());
    }

    private static long closed(Round round, Resource resource) {
        return round.sample().rest().collected().getOrDefault(resource, 0L);
    }
}
