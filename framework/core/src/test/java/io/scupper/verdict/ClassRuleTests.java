package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassRuleTests {

    private static final long N = 211;

    private final ClassRule rule = new ClassRule(Thresholds.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "'211,211,211,211,211', 1", // one on each operation
        "'22,19,25,18,21', 1", // one on each tenth
        "'422,422,422,422,422', 1", // two on each
        "'40,120,80,160,60', 8", // eight together on few operations scatter more
        "'2,1,3,2,2', 1", // one in a hundred
    })
    void constantRateIsSuspect(String deltas, int kept) {
        assertThat(suspect(deltas)).hasValue(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "'211,211,0,211,211'", // a round without growth
        "'211,211,-1,211,211'", // a round that gives back
        "'211,100,50,25,12'", // a cache that fills up
        "'1000,1,1,1,1'", // a step
        "'211,211,211,211'", // too few rounds to tell
        "'1,1,1,1,0'",
    })
    void anythingElseIsNot(String deltas) {
        assertThat(suspect(deltas)).isEmpty();
    }

    @Test
    void growthBelowTheShareOfOperationsIsNotSuspect() {
        long[] tenOfTenThousand = {10, 10, 10, 10, 10};

        assertThat(rule.suspect(tenOfTenThousand, 10_007, 0.005)).isEmpty();
    }

    @Test
    void theLeastShareOfOperationsIsSuspect() {
        long[] twenty = {20, 20, 20, 20, 20};

        assertThat(rule.suspect(twenty, 4_000, 0.005)).hasValue(1);
        assertThat(rule.suspect(twenty, 4_001, 0.005)).isEmpty();
    }

    @Test
    void oneInEachRoundIsTheLeastHoweverFewTheOperations() {
        assertThat(rule.suspect(new long[] {1, 1, 1, 1, 1}, 5, 0.005)).hasValue(1);
    }

    /** Σ(d−m)²/m of the first is exactly 20, of the second 20.5; with a mean of 20 there are no two kept together. */
    @Test
    void scatterOfFourPerRoundIsSuspectAndMoreIsNot() {
        assertThat(rule.suspect(new long[] {6, 34, 18, 22, 20}, 4_000, 0.005)).hasValue(1);
        assertThat(rule.suspect(new long[] {6, 34, 17, 23, 20}, 4_000, 0.005)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'20,60,20,60,40', 2", // 40
        "'20,60,19,61,40', 4", // 42.05
        "'40,360,120,280,200', 16", // 320
    })
    void scatterMayBeAsManyTimesLargerAsAreKeptTogether(String deltas, int kept) {
        assertThat(suspect(deltas)).hasValue(kept);
    }

    @Test
    void noMoreThanSixteenAreKeptTogether() {
        assertThat(suspect("40,360,119,281,200")).isEmpty();
    }

    @Test
    void leakOnOneOperationInTenIsFoundInAtLeast99PercentOfRuns() {
        var random = new Random(20_261_123);

        long found = IntStream.range(0, 2_000)
                .filter(run -> rule.suspect(binomial(random, 0.1), N, 0.005).isPresent())
                .count();

        assertThat(found).isGreaterThanOrEqualTo(1_980);
    }

    @Test
    void fluctuationAroundALevelIsSuspectInAtMostOneRunInTwoHundred() {
        var random = new Random(4_711);

        long flagged = IntStream.range(0, 2_000)
                .filter(run -> rule.suspect(fluctuation(random), N, 0.005).isPresent())
                .count();

        assertThat(flagged).isLessThanOrEqualTo(10);
    }

    private java.util.OptionalInt suspect(String deltas) {
        long[] parsed = java.util.Arrays.stream(deltas.split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        return rule.suspect(parsed, N, 0.005);
    }

    private static long[] binomial(Random random, double p) {
        return IntStream.range(0, 5)
                .mapToLong(round -> IntStream.range(0, (int) N)
                        .filter(operation -> random.nextDouble() < p)
                        .count())
                .toArray();
    }

    /** A pool of about fifty objects whose size is drawn anew each round. */
    private static long[] fluctuation(Random random) {
        long[] levels = IntStream.range(0, 6)
                .mapToLong(round -> Math.round(50 + 10 * random.nextGaussian()))
                .toArray();
        return IntStream.range(1, 6)
                .mapToLong(round -> levels[round] - levels[round - 1])
                .toArray();
    }
}
