package io.scupper.gate.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds what rises slowly over many builds, each step too small for any of them to fail. A figure creeps if the test of Mann and Kendall
 * (Mann, 1945, Econometrica 13; Kendall, 1975, Rank Correlation Methods) excludes that its order is chance, and the rise along the slope of
 * Theil and Sen (Sen, 1968, JASA 63) over the window is more than a share of where it began.
 *
 * @param test the key of the test
 * @param figure what rises
 * @param from where the line began, in the unit of the figure
 * @param to where it is now
 * @param builds how many builds were looked at
 */
public record Creep(String test, String figure, double from, double to, int builds) {

    /** Fewer cannot exclude chance at this level. */
    public static final int FEWEST_BUILDS = 8;

    /** About two months of working days; longer ago is another program. */
    public static final int WINDOW = 40;

    /** One-sided, 0.1 %: a suite of a hundred figures sees one false creep in ten windows. */
    private static final double SCORE = 3.09;

    /** Less is within what machines of a pipeline differ. */
    private static final double LEAST_RISE = 0.25;

    /** Finds all in a list of builds, oldest first. */
    public static List<Creep> in(List<Build> builds) {
        List<Build> window = builds.subList(Math.max(0, builds.size() - WINDOW), builds.size());
        var creeps = new ArrayList<Creep>();
        if (window.isEmpty()) {
            return creeps;
        }
        window.get(window.size() - 1).figures().forEach((test, figures) -> {
            for (String figure : new TreeSet<>(figures.keySet())) {
                double[] series = window.stream()
                        .flatMapToDouble(build -> build.figure(test, figure).stream())
                        .toArray();
                add(test, figure, series, creeps);
            }
        });
        creeps.sort(Comparator.comparing(Creep::test).thenComparing(Creep::figure));
        return creeps;
    }

    private static void add(String test, String figure, double[] series, List<Creep> creeps) {
        if (series.length < FEWEST_BUILDS || score(series) < SCORE) {
            return;
        }
        double slope = slope(series);
        double middle = median(series);
        double from = middle - slope * (series.length - 1) / 2;
        double to = middle + slope * (series.length - 1) / 2;
        if (to - from > LEAST_RISE * Math.abs(from)) {
            creeps.add(new Creep(test, figure, from, to, series.length));
        }
    }

    /** Returns the standard score of Kendall's S, corrected for ties and continuity. */
    static double score(double[] series) {
        int n = series.length;
        int s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (int) Math.signum(series[j] - series[i]);
            }
        }
        double variance = n * (n - 1.0) * (2 * n + 5);
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && sorted[j] == sorted[i]) {
                j++;
            }
            double tied = j - i;
            variance -= tied * (tied - 1) * (2 * tied + 5);
            i = j;
        }
        return variance <= 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance / 18);
    }

    private static double slope(double[] series) {
        int n = series.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[at++] = (series[j] - series[i]) / (j - i);
            }
        }
        return median(slopes);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
