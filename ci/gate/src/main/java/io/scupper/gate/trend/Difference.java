package io.scupper.gate.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How one figure of one test differs between two builds that ran in turns: the mean of the differences within pairs, with Student's
 * interval of 95 % (Student, 1908, Biometrika 6). What both runs of a pair have in common, as the load on the machine, drops out.
 *
 * @param before the mean in the old build
 * @param change the mean difference, new less old
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param pairs how many pairs have the figure in both
 */
public record Difference(String test, String figure, double before, double change, double low, double high, int pairs) {

    /** Two pairs have an interval that says nothing. */
    public static final int FEWEST_PAIRS = 3;

    private static final double CONFIDENCE = 0.95;

    /** Finds all differences of builds that were paired in order. What is missing in a run counts as nothing there. */
    public static List<Difference> between(List<Build> old, List<Build> young) {
        Set<String> tests = new TreeSet<>();
        old.forEach(build -> tests.addAll(build.figures().keySet()));
        young.forEach(build -> tests.addAll(build.figures().keySet()));
        return tests.stream()
                .flatMap(test -> figures(test, old, young).stream()
                        .map(figure -> of(test, figure, old, young))
                        .filter(Objects::nonNull))
                .toList();
    }

    /** Returns what it says: whether the new build is worse, better or the same by more than a tolerance. */
    public Judgement judge(double tolerance) {
        double margin = tolerance * Math.abs(before);
        if (low > margin) {
            return Judgement.WORSE;
        }
        if (high < -margin) {
            return Judgement.BETTER;
        }
        return low >= -margin && high <= margin ? Judgement.SAME : Judgement.UNDECIDED;
    }

    /** Writes it in one line. */
    public String text(double tolerance) {
        return String.format(
                Locale.ROOT,
                "%s: %s: %s: old %.3f, new %+.3f [%+.3f, %+.3f] in %d pairs",
                judge(tolerance).name().toLowerCase(Locale.ROOT),
                test,
                figure,
                before,
                change,
                low,
                high,
                pairs);
    }

    private static Set<String> figures(String test, List<Build> old, List<Build> young) {
        Set<String> figures = new TreeSet<>();
        old.forEach(build ->
                figures.addAll(build.figures().getOrDefault(test, Map.of()).keySet()));
        young.forEach(build ->
                figures.addAll(build.figures().getOrDefault(test, Map.of()).keySet()));
        return figures;
    }

    private static @Nullable Difference of(String test, String figure, List<Build> old, List<Build> young) {
        int[] both = IntStream.range(0, Math.min(old.size(), young.size()))
                .filter(i -> has(old.get(i), test, figure) && has(young.get(i), test, figure))
                .toArray();
        if (both.length < FEWEST_PAIRS) {
            return null;
        }
        double[] changes = Arrays.stream(both)
                .mapToDouble(i -> value(young.get(i), test, figure) - value(old.get(i), test, figure))
                .toArray();
        double mean = Arrays.stream(changes).average().orElseThrow();
        double squares =
                Arrays.stream(changes).map(x -> (x - mean) * (x - mean)).sum();
        double error = Math.sqrt(squares / (changes.length - 1) / changes.length);
        double reach = error * TDistribution.of(changes.length - 1.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        double before = Arrays.stream(both)
                .mapToDouble(i -> value(old.get(i), test, figure))
                .average()
                .orElseThrow();
        return new Difference(test, figure, before, mean, mean - reach, mean + reach, changes.length);
    }

    /** A test that came to a verdict has each of its figures; growth that is not there is none, but time without end is unknown. */
    private static boolean has(Build build, String test, String figure) {
        Map<String, Double> figures = build.figures().get(test);
        return figures != null && !figures.isEmpty() && (!figure.equals(Figures.TIME) || figures.containsKey(figure));
    }

    private static double value(Build build, String test, String figure) {
        return build.figure(test, figure).orElse(0);
    }

    /** What a difference says. */
    public enum Judgement {
        WORSE,
        UNDECIDED,
        SAME,
        BETTER
    }
}
