package io.scupper.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A class whose instances come and go, as those of a batch that is written off when it is full. Whether it grows beneath that
 * is told by the slope of a straight line through its levels (ordinary least squares), with three standard errors to either
 * side: a saw's teeth scatter about the line less regularly than noise does, and the slope of a leak stands out after many rounds.
 *
 * @param height from its lowest level to its highest
 * @param least growth in a round, or for each operation where rounds differ, that the levels allow for
 * @param most growth that they allow for
 */
record Sway(long height, double least, double most) {

    private static final int ERRORS = 3;

    /** Looks at the instances after rounds that are alike; at least three. */
    static Sway of(long[] levels) {
        return of(IntStream.range(0, levels.length).asDoubleStream().toArray(), levels);
    }

    /**
     * Looks at the instances after rounds of any length; at least three.
     *
     * @param at where each level stands; growth is for each 1 of it
     */
    static Sway of(double[] at, long[] levels) {
        int n = levels.length;
        double middle = Arrays.stream(at).average().orElseThrow();
        double mean = Arrays.stream(levels).average().orElseThrow();
        double along = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            along += (at[i] - middle) * (levels[i] - mean);
            spread += (at[i] - middle) * (at[i] - middle);
        }
        double slope = along / spread;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double off = levels[i] - mean - slope * (at[i] - middle);
            residual += off * off;
        }
        double error = Math.sqrt(residual / (n - 2) / spread);
        long height = Arrays.stream(levels).max().orElseThrow()
                - Arrays.stream(levels).min().orElseThrow();
        return new Sway(height, slope - ERRORS * error, slope + ERRORS * error);
    }

    /** Tells whether it can be excluded that it grows by so much, and nothing shows that it grows at all. */
    boolean growsByLessThan(double bound) {
        return least <= 0 && most < bound;
    }
}
