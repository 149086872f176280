package io.scupper.gate.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.gate.trend.Difference.Judgement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DifferenceTests {

    @Test
    void intervalIsStudents() {
        // Differences 1, 2, 3: mean 2, standard error 1/√3, quantile of two degrees of freedom 4.3027.
        Difference difference = between(new double[] {10, 10, 10}, new double[] {11, 12, 13});

        assertThat(difference.change()).isEqualTo(2);
        assertThat(difference.low()).isCloseTo(2 - 4.3027 / Math.sqrt(3), Offset.offset(1e-3));
        assertThat(difference.high()).isCloseTo(2 + 4.3027 / Math.sqrt(3), Offset.offset(1e-3));
    }

    @Test
    void whatIsSurelyMoreIsWorse() {
        assertThat(between(new double[] {500, 520, 480, 510}, new double[] {900, 930, 870, 920})
                        .judge(0.2))
                .isEqualTo(Judgement.WORSE);
    }

    @Test
    void whatIsWithinTheToleranceIsTheSame() {
        assertThat(between(new double[] {500, 520, 480, 510}, new double[] {505, 515, 490, 500})
                        .judge(0.2))
                .isEqualTo(Judgement.SAME);
    }

    @Test
    void whatScattersIsUndecided() {
        assertThat(between(new double[] {500, 900, 300}, new double[] {900, 300, 800})
                        .judge(0.2))
                .isEqualTo(Judgement.UNDECIDED);
    }

    @Test
    void whatBothRunsOfAPairShareDropsOut() {
        double[] load = {1, 5, 2, 8, 3};
        Difference difference = between(
                Arrays.stream(load).map(x -> 500 * x).toArray(),
                Arrays.stream(load).map(x -> 500 * x + 400).toArray());

        assertThat(difference.low()).isCloseTo(400, Offset.offset(1e-6));
    }

    @Test
    void equalBuildsAreCalledWorseInAboutOneOfFortyAtTheMost() {
        var random = new Random(7);
        long worse = IntStream.range(0, 2_000)
                .filter(i -> between(noise(random), noise(random)).judge(0) == Judgement.WORSE)
                .count();

        // 2.5 % of 2,000 are 50; three standard deviations above are 71.
        assertThat(worse).isBetween(29L, 71L);
    }

    @Test
    void leakThatOnlyTheNewOneHasIsWorse() {
        var old = IntStream.range(0, 3)
                .mapToObj(i -> new Build("o" + i, Map.of("T.a", Map.of("heap at baseline", 1e6))))
                .toList();
        var young = IntStream.range(0, 3)
                .mapToObj(i -> new Build(
                        "n" + i, Map.of("T.a", Map.of("heap at baseline", 1e6, "heap:com.acme.X per operation", 1.0))))
                .toList();

        assertThat(Difference.between(old, young))
                .filteredOn(difference -> difference.judge(0.2) == Judgement.WORSE)
                .extracting(Difference::figure)
                .containsExactly("heap:com.acme.X per operation");
    }

    private static double[] noise(Random random) {
        return random.doubles(5).map(x -> 500 + 100 * random.nextGaussian()).toArray();
    }

    private static Difference between(double[] old, double[] young) {
        List<Difference> differences = Difference.between(builds(old), builds(young));
        assertThat(differences).hasSize(1);
        return differences.get(0);
    }

    private static List<Build> builds(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> new Build("b", Map.of("T.a", Map.of(Figures.TIME, value))))
                .toList();
    }
}
