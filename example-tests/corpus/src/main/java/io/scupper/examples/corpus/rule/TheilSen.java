package io.scupper.examples.corpus.rule;

import io.scupper.examples.corpus.result.Series;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A slope of live bytes that is above zero with its whole confidence interval of 95 %: the median of the slopes of all
 * pairs (Theil 1950) and its interval by Sen (Journal of the American Statistical Association 63, 1968), ranks taken as in
 * Gilbert (1987, 16.5) and rounded outwards.
 */
final class TheilSen implements Rule {

    private static final double LEVEL = 0.05;

    @Override
    public boolean flags(Series series) {
        long[] samples = Rule.seen(series.liveBytes());
        return samples.length > 2 && lowerBound(samples) > 0;
    }

    /** Returns the median slope, in bytes a round. */
    static double slope(long[] samples) {
        return Median.withDefaults().evaluate(slopes(samples));
    }

    /** Returns the lower end of its interval; minus infinity where there are too few samples for one. */
    static double lowerBound(long[] samples) {
        double[] slopes = slopes(samples);
        double spread = NormalDistribution.of(0, 1).inverseSurvivalProbability(LEVEL / 2)
                * Math.sqrt(MannKendall.variance(samples));
        int rank = (int) Math.floor((slopes.length - spread) / 2);
        return rank < 1 ? Double.NEGATIVE_INFINITY : slopes[rank - 1];
    }

    private static double[] slopes(long[] samples) {
        double[] slopes = new double[samples.length * (samples.length - 1) / 2];
        int next = 0;
        for (int later = 1; later < samples.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[next++] = (samples[later] - samples[earlier]) / (double) (later - earlier);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }
}
