package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Judges classes whose instances come and go ({@link Sway}). One is no leak if its levels exclude that it grows on a share of
 * the operations; what could be hidden beneath the swaying is not decided, and the finding says how much that is.
 */
final class SwayRule {

    private final Thresholds thresholds;

    SwayRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Returns a finding for each class that swayed in warm-up, or does in the judged rounds.
     *
     * @param swaying instances after the rounds of warm-up, by class
     * @param suspects what has been said already
     */
    List<Finding> judge(Rounds rounds, Map<String, List<Long>> swaying, List<Finding> suspects) {
        Map<String, List<Long>> others = new TreeMap<>(swaying);
        restless(rounds).forEach(name -> others.putIfAbsent(name, List.of()));
        suspects.forEach(finding -> others.remove(finding.name().substring(HeapRule.HEAP.length() + 1)));
        return others.entrySet().stream()
                .map(each -> each.getValue().isEmpty()
                        ? finding(each.getKey(), rounds, since(each.getKey(), rounds))
                        : judge(each.getKey(), each.getValue(), rounds))
                .toList();
    }

    /** A leak that lies beneath what comes and goes grows in no steady way, and would be taken for none. */
    private Stream<String> restless(Rounds rounds) {
        if (operations(rounds) < thresholds.growthOperations()) {
            return Stream.of();
        }
        return rounds.settled().classes().keySet().stream()
                .filter(ClassNames::isApplication)
                .filter(name -> isRestless(rounds.deltas(sample -> sample.instances(name)), operations(rounds)));
    }

    private boolean isRestless(long[] deltas, long operations) {
        double still = WarmUp.drift(operations);
        long moved = Arrays.stream(deltas).filter(d -> Math.abs(d) > still).count();
        return moved >= thresholds.countedRounds() * deltas.length
                && Arrays.stream(deltas).anyMatch(d -> d < -still);
    }

    private Finding judge(String name, List<Long> warmUp, Rounds rounds) {
        Stream<Round> since = Stream.of(rounds.control(), rounds.armed()).flatMap(List::stream);
        Sway sway = Sway.of(LongStream.concat(warmUp.stream().mapToLong(Long::longValue), levels(name, since))
                .toArray());
        return finding(name, rounds, sway);
    }

    /** Returns a finding if the judged rounds show that a class only comes and goes. */
    Optional<Finding> bounded(String name, Rounds rounds) {
        Sway sway = since(name, rounds);
        return isBounded(sway, rounds) ? Optional.of(finding(name, rounds, sway)) : Optional.empty();
    }

    private static Sway since(String name, Rounds rounds) {
        LongStream start = LongStream.of(rounds.start().instances(name));
        return Sway.of(
                LongStream.concat(start, levels(name, rounds.judged().stream())).toArray());
    }

    private static LongStream levels(String name, Stream<Round> rounds) {
        return rounds.mapToLong(round -> round.sample().instances(name));
    }

    private boolean isBounded(Sway sway, Rounds rounds) {
        return sway.growsByLessThan(thresholds.swayShare() * operations(rounds));
    }

    private Finding finding(String name, Rounds rounds, Sway sway) {
        Kind kind = isBounded(sway, rounds) ? Kind.WITHIN_TOLERANCE : Kind.UNDECIDED;
        double most = Math.max(0, sway.most()) / operations(rounds);
        String reason = String.format(
                Locale.ROOT,
                kind == Kind.UNDECIDED
                        ? "comes and goes by up to %d instances, beneath which it may grow by up to %.3f per operation: more"
                                + " operations in a round, or a multiple of the batch that it comes in, would tell"
                        : "comes and goes by up to %d instances and does not grow by more than %.3f per operation",
                sway.height(),
                most);
        return new Finding(
                HeapRule.HEAP + ":" + name,
                Unit.COUNT,
                kind,
                rounds.start().instances(name),
                rounds.settled().instances(name),
                Arrays.stream(rounds.deltas(sample -> sample.instances(name))).sum()
                        / (double) Math.max(1, rounds.judgedOperations()),
                reason);
    }

    private static long operations(Rounds rounds) {
        return rounds.judged().get(0).sample().operations();
    }
}
