package io.scupper.verdict;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Interval;
import io.scupper.model.Rounds;
import java.util.Locale;

/**
 * Tells a bounded collection that fills up from a leak where the rounds have too few operations to fill it. Nothing is told by how long
 * a class grows in those; what it does after as many operations as fill most collections tells that it has come to rest, or that these
 * were too few as well.
 */
final class FillingRule {

    private final int enough;

    FillingRule(Thresholds thresholds) {
        this.enough = thresholds.growthOperations();
    }

    /** Tells whether a class grows that live heap does not show, in rounds that are too short to judge it by its instances. */
    boolean isWanted(Finding finding, Rounds rounds) {
        return finding.kind() == Kind.WITHIN_TOLERANCE && isAbout(finding, rounds);
    }

    private boolean isAbout(Finding finding, Rounds rounds) {
        return HeapRule.isOfTheApplication(finding)
                && rounds.judged().get(0).sample().operations() < enough;
    }

    /** Returns the finding, or what is left of it. */
    Finding judge(Finding finding, Rounds rounds, Circumstances circumstances) {
        boolean isLeak = HeapRule.isLeakOfAClass(finding) && isAbout(finding, rounds);
        if (!isLeak && !isWanted(finding, rounds)) {
            return finding;
        }
        if (circumstances.filling().isPresent()) {
            return decided(finding, circumstances.filling().get());
        }
        return isLeak ? finding : finding.as(Kind.UNDECIDED, finding.reason() + advice());
    }

    private Finding decided(Finding finding, Interval filling) {
        String name = finding.name().substring(HeapRule.HEAP.length() + 1);
        long operations = filling.after().operations();
        long grown = filling.delta(sample -> sample.instances(name));
        if (grown <= HeapRule.AT_REST * finding.perOperation() * operations) {
            return finding.as(
                    Kind.BOUNDED,
                    String.format(
                            Locale.ROOT,
                            "grew by %.3f instances per operation at first and has come to rest after %d operations more: bounded at about %d instances",
                            finding.perOperation(),
                            filling.before().operations(),
                            filling.after().instances(name)));
        }
        return HeapRule.isLeakOfAClass(finding)
                ? finding
                : finding.as(
                        Kind.UNDECIDED,
                        "%s; after %d operations more it still grew by %d in %d%s"
                                .formatted(
                                        finding.reason(), filling.before().operations(), grown, operations, advice()));
    }

    private String advice() {
        return ". Let a round have %d operations or more, to be told which: a fault that brings its own traffic spreads its 'times' over the rounds"
                .formatted(enough);
    }
}
