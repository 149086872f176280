package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;

/**
 * The count of some class grew in every round: BLeak's rule, "its out-degree grows between every consecutive snapshot"
 * (Vilk and Berger, PLDI 2018), put on the counts of a class histogram instead of paths.
 */
final class MonotoneCounts implements Rule {

    @Override
    public boolean flags(Series series) {
        return series.classes().values().stream().anyMatch(counts -> Growth.isStrict(Rule.seen(counts)));
    }
}
