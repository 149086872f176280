package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;
import java.util.List;
import java.util.Map;

/**
 * How a tool decides whether something leaks. Each sees the baseline and the first six rounds and no more: following a
 * suspicion is Scupper's own, and the peers do not do it.
 */
public interface Rule {

    /** How many samples a rule sees. */
    int SAMPLES = 7;

    /** All rules that need no heap dump, by the name that the tables use. */
    Map<String, Rule> ALL = Map.of(
            "live bytes grew in every round", new BytesGrew(),
            "Mann–Kendall on live bytes", new MannKendall(),
            "Theil–Sen on live bytes", new TheilSen(),
            "class count a multiple of the operations", new ExactMultiple(),
            "class count grew in every round", new MonotoneCounts());

    /** Tells whether the rule calls it a leak. */
    boolean flags(Series series);

    /** Returns what a rule sees of a list of samples. */
    static long[] seen(List<Long> samples) {
        return samples.stream().limit(SAMPLES).mapToLong(Long::longValue).toArray();
    }
}
