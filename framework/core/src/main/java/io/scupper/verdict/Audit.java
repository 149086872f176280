package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for reasons not to believe a leak, and withdraws it to INCONCLUSIVE with the first that it finds: the heap is near
 * its ceiling or soft references may be what holds, most of the growth came in one round, the subject was still giving things back when it was read. Never the
 * other way round: no doubt makes a run CLEAN.
 */
final class Audit {

    /** Above it the collector clears what it would keep otherwise, and calls are slowed down by collections. */
    private static final double CEILING = 0.9;

    /** The largest share of all growth that one round may have. */
    private static final double SPIKE = 2.0 / 3;

    /** The least share of the instances of a class that may all be held softly, several by one reference. */
    private static final double SOFT = 0.1;

    private Audit() {}

    /** Returns the finding, or what is left of it. */
    static Finding of(Finding finding, Rounds rounds) {
        if (finding.kind() != Kind.GROWTH) {
            return finding;
        }
        return doubt(finding, rounds)
                .map(doubt -> finding.as(Kind.UNDECIDED, finding.reason() + ", but " + doubt))
                .orElse(finding);
    }

    private static Optional<String> doubt(Finding finding, Rounds rounds) {
        if (finding.name().equals(HeapRule.HEAP)) {
            return ceiling(rounds.settled().heap());
        }
        if (finding.name().startsWith(HeapRule.HEAP)) {
            String name = finding.name().substring(HeapRule.HEAP.length() + 1);
            return ceiling(rounds.settled().heap())
                    .or(() -> softly(finding, rounds))
                    .or(() -> goingDown(rounds, sample -> sample.instances(name)));
        }
        return rounds.settled().counted().keySet().stream()
                .filter(resource -> resource.label().equals(finding.name()))
                .findFirst()
                .flatMap(resource -> doubt(resource, rounds));
    }

    private static Optional<String> ceiling(Sample.Heap heap) {
        return heap.maxBytes() > 0 && heap.liveBytes() > CEILING * heap.maxBytes()
                ? Optional.of("%d %% of the heap is live, near its ceiling: give the subject a larger one"
                        .formatted(100 * heap.liveBytes() / heap.maxBytes()))
                : Optional.empty();
    }

    /** What is held softly stays while memory is to spare: it grows as a leak does, and is none. */
    private static Optional<String> softly(Finding finding, Rounds rounds) {
        long soft = Arrays.stream(rounds.deltas(sample -> sample.heap().softReferences()))
                .sum();
        return soft > 0 && soft >= SOFT * finding.perOperation() * rounds.judgedOperations()
                ? Optional.of(
                        ("%d soft references came with it, and this JVM keeps what they hold while it has memory to"
                                        + " spare: start it with -XX:SoftRefLRUPolicyMSPerMB=0")
                                .formatted(soft))
                : Optional.empty();
    }

    private static Optional<String> doubt(Resource resource, Rounds rounds) {
        long[] deltas = rounds.deltas(sample -> sample.count(resource));
        long grown = Arrays.stream(deltas).map(d -> Math.max(0, d)).sum();
        long most = Arrays.stream(deltas).max().orElse(0);
        // A pool that is exhausted in one round cannot grow in the next.
        if (!resource.isLease() && most > SPIKE * grown) {
            return Optional.of("%d of the %d came in a single round".formatted(most, grown));
        }
        return goingDown(rounds, sample -> sample.count(resource));
    }

    private static Optional<String> goingDown(Rounds rounds, Rounds.Count count) {
        long last = count.of(rounds.judged().get(rounds.judged().size() - 1).sample());
        return !rounds.settled().rest().isStill() && count.of(rounds.settled()) < last
                ? Optional.of("it was still going down when it was read: give it longer with within")
                : Optional.empty();
    }
}
