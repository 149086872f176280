package io.scupper.examples.corpus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.result.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each rule on figures that were worked out by hand. */
class RulesTests {

    private static final Offset<Double> CLOSE = Offset.offset(0.0001);

    /** Five of its 21 pairs fall, so S is 21 − 2·5. */
    private static final long[] UP_AND_DOWN = {3, 2, 1, 5, 4, 7, 6};

    @Test
    void bytesThatStandStillOnceHaveNotGrownInEveryRound() {
        assertThat(new BytesGrew().flags(bytes(1, 2, 3, 4, 5, 6, 7))).isTrue();
        assertThat(new BytesGrew().flags(bytes(1, 2, 3, 3, 5, 6, 7))).isFalse();
    }

    @Test
    void noRuleSeesMoreThanSevenSamples() {
        assertThat(new BytesGrew().flags(bytes(1, 2, 3, 4, 5, 6, 7, 7, 7))).isTrue();
    }

    @Test
    void mannKendallCountsPairsThatRiseLessThoseThatFall() {
        assertThat(MannKendall.trend(new long[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo(21);
        assertThat(MannKendall.trend(UP_AND_DOWN)).isEqualTo(11);
        assertThat(MannKendall.trend(new long[] {1, 1, 2, 3})).isEqualTo(5);
    }

    @Test
    void mannKendallTakesTiesOffTheVariance() {
        // 7·6·19 / 18, and (4·3·13 − 2·1·9) / 18.
        assertThat(MannKendall.variance(UP_AND_DOWN)).isEqualTo(44.3333, CLOSE);
        assertThat(MannKendall.variance(new long[] {1, 1, 2, 3})).isEqualTo(7.6667, CLOSE);
    }

    @Test
    void mannKendallFlagsFromFivePercentOn() {
        // Z is 20 / 6.6583 = 3.0038, 12 / 6.6583 = 1.8023 and 10 / 6.6583 = 1.5019.
        assertThat(MannKendall.probability(new long[] {1, 2, 3, 4, 5, 6, 7})).isEqualTo(0.0013, CLOSE);
        assertThat(MannKendall.probability(new long[] {2, 1, 4, 3, 7, 5, 6})).isEqualTo(0.0358, CLOSE);
        assertThat(MannKendall.probability(UP_AND_DOWN)).isEqualTo(0.0666, CLOSE);
        assertThat(new MannKendall().flags(bytes(2, 1, 4, 3, 7, 5, 6))).isTrue();
        assertThat(new MannKendall().flags(bytes(UP_AND_DOWN))).isFalse();
    }

    @Test
    void mannKendallSeesNoRiseInAFallOrAPlain() {
        assertThat(MannKendall.probability(new long[] {3, 2, 1})).isEqualTo(1);
        assertThat(MannKendall.probability(new long[] {3, 3, 3})).isEqualTo(1);
    }

    @Test
    void theilSenTakesTheMedianOfAllSlopes() {
        assertThat(TheilSen.slope(new long[] {0, 10, 20, 30, 40, 50, 60})).isEqualTo(10);
        // Fifteen slopes of 1 outweigh the six of the last sample.
        assertThat(TheilSen.slope(new long[] {1, 2, 3, 4, 5, 6, 0})).isEqualTo(1);
    }

    @Test
    void theilSenTakesTheThirdSlopeOfTwentyOneForTheLowerBound() {
        // (21 − 1.96·6.6583) / 2 = 3.975; the slopes of the last sample are −6, −5/2, −4/3, −3/4, −2/5 and −1/6.
        assertThat(TheilSen.lowerBound(new long[] {1, 2, 3, 4, 5, 6, 0})).isEqualTo(-4 / 3.0);
        assertThat(new TheilSen().flags(bytes(1, 2, 3, 4, 5, 6, 0))).isFalse();
        assertThat(new TheilSen().flags(bytes(0, 10, 20, 30, 40, 50, 60))).isTrue();
    }

    @Test
    void theilSenHasNoBoundForThreeSamples() {
        assertThat(TheilSen.lowerBound(new long[] {1, 2, 3})).isNegative().isInfinite();
    }

    @Test
    void aMultipleOfTheOperationsMustBeExact() {
        // Six rounds of 211 are 1,266 operations.
        assertThat(new ExactMultiple().flags(counts(5, 5 + 1_266))).isTrue();
        assertThat(new ExactMultiple().flags(counts(5, 5 + 2 * 1_266))).isTrue();
        assertThat(new ExactMultiple().flags(counts(5, 5 + 1_267))).isFalse();
        assertThat(new ExactMultiple().flags(counts(5, 5 + 127))).isFalse();
    }

    @Test
    void aMultipleOfTheOperationsNeedsAClassThatWasThere() {
        assertThat(new ExactMultiple().flags(counts(0, 1_266))).isFalse();
        assertThat(new ExactMultiple().flags(counts(1_266, 0))).isFalse();
    }

    @Test
    void oneClassThatGrowsInEveryRoundIsEnough() {
        var classes = Map.of("Still", List.of(4L, 4L, 4L), "Growing", List.of(1L, 2L, 9L));

        assertThat(new MonotoneCounts().flags(new Series(211, List.of(), List.of(), classes, Map.of())))
                .isTrue();
        assertThat(new MonotoneCounts().flags(counts(1, 5))).isFalse();
    }

    private static Series bytes(long... live) {
        List<Long> samples = Arrays.stream(live).boxed().toList();
        return new Series(211, samples, samples, Map.of(), Map.of());
    }

    /** A class that moves in the last of six rounds alone. */
    private static Series counts(long first, long last) {
        return new Series(
                211,
                List.of(),
                List.of(),
                Map.of("Order", List.of(first, first, first, first, first, first, last)),
                Map.of());
    }
}
