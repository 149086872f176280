package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An upward trend of live bytes by the test of Mann (Econometrica 13, 1945) and Kendall (Rank Correlation Methods, 1975),
 * at a level of 5 %, one-sided, by the normal approximation with continuity and ties corrected as in Gilbert (Statistical
 * Methods for Environmental Pollution Monitoring, 1987, 16.4). The usual test of software ageing; Machida and others
 * (2013) found it "highly vulnerable to false positives".
 */
final class MannKendall implements Rule {

    private static final double LEVEL = 0.05;

    @Override
    public boolean flags(Series series) {
        return probability(Rule.seen(series.liveBytes())) < LEVEL;
    }

    /** Returns how probable at least such a trend would be without one. */
    static double probability(long[] samples) {
        long trend = trend(samples);
        double variance = variance(samples);
        if (trend <= 0 || variance <= 0) {
            return 1;
        }
        return NormalDistribution.of(0, 1).survivalProbability((trend - 1) / Math.sqrt(variance));
    }

    /** Returns S: the pairs that rise less those that fall. */
    static long trend(long[] samples) {
        long trend = 0;
        for (int later = 1; later < samples.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                trend += Long.signum(samples[later] - samples[earlier]);
            }
        }
        return trend;
    }

    /** Returns the variance of S without a trend. */
    static double variance(long[] samples) {
        Map<Long, Long> groups = Arrays.stream(samples)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double ties = groups.values().stream().mapToDouble(MannKendall::term).sum();
        return (term(samples.length) - ties) / 18;
    }

    private static double term(long n) {
        return n * (n - 1.0) * (2.0 * n + 5);
    }
}
