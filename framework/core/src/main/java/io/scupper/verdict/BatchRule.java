package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Interval;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what is kept for each operation from what is written off in batches. A batch grows by as much in each round, until it is
 * full, where the rounds have nearly as many operations as it has instances. A round of another length gives it away, for what
 * is kept for each operation grows with it; rounds of ever other lengths then tell whether it does more than come and go.
 */
final class BatchRule {

    private final double most;

    BatchRule(Thresholds thresholds) {
        this.most = thresholds.swayShare();
    }

    /** Returns the finding, or what is left of it. */
    Finding judge(Finding finding, Rounds rounds, Circumstances circumstances) {
        boolean isLeak = HeapRule.isLeakOfAClass(finding);
        if (!isLeak && (finding.kind() != Kind.UNDECIDED || !HeapRule.isOfTheApplication(finding))) {
            return finding;
        }
        Optional<String> doubt =
                circumstances.longer().flatMap(longer -> doubt(finding, nameOf(finding), rounds, longer));
        if (isLeak && doubt.isEmpty()) {
            return finding;
        }
        if (!circumstances.uneven().isEmpty()) {
            return decided(finding, doubt.orElse(""), circumstances.uneven());
        }
        return isLeak
                ? finding.as(Kind.UNDECIDED, finding.reason() + doubt.orElseThrow() + ": it may come and go in batches")
                : finding;
    }

    private static Optional<String> doubt(Finding finding, String name, Rounds rounds, Interval longer) {
        double expected = finding.perOperation() * longer.after().operations();
        long grown = longer.delta(sample -> sample.instances(name));
        return Math.abs(grown - expected) <= tolerance(name, rounds, expected)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        ", but it grew by %d in a round of %d operations, where %.0f were to be expected",
                        grown,
                        longer.after().operations(),
                        expected));
    }

    /** Half of what is expected, what is drawn by chance, and as far as the growth scattered already, were it in a single round. */
    private static double tolerance(String name, Rounds rounds, double expected) {
        long[] deltas = rounds.deltas(sample -> sample.instances(name));
        double mean = Arrays.stream(deltas).average().orElseThrow();
        double scatter =
                Arrays.stream(deltas).mapToDouble(d -> Math.abs(d - mean)).max().orElse(0);
        return expected / 2 + 4 * Math.sqrt(expected) + 2 * scatter;
    }

    private Finding decided(Finding finding, String doubt, List<Sample> uneven) {
        double[] operations = new double[uneven.size()];
        for (int i = 1; i < operations.length; i++) {
            operations[i] = operations[i - 1] + uneven.get(i).operations();
        }
        String name = nameOf(finding);
        Sway sway = Sway.of(
                operations,
                uneven.stream().mapToLong(sample -> sample.instances(name)).toArray());
        boolean isBounded = sway.growsByLessThan(most);
        String seen = String.format(
                Locale.ROOT,
                "; over rounds of ever other lengths it comes and goes by up to %d instances, ",
                sway.height());
        String left = String.format(
                Locale.ROOT,
                isBounded
                        ? "and does not grow by more than %.3f per operation"
                        : "beneath which it may grow by up to %.3f per operation",
                Math.max(0, sway.most()));
        return finding.as(isBounded ? Kind.WITHIN_TOLERANCE : Kind.UNDECIDED, finding.reason() + doubt + seen + left);
    }

    private static String nameOf(Finding finding) {
        return finding.name().substring(HeapRule.HEAP.length() + 1);
    }
}
