package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    private final WarmUp warmUp = new WarmUp(Thresholds.DEFAULT);

    @Test
    void isQuietWhenNoApplicationClassMoved() {
        assertThat(warmUp.isQuiet(samples(RoundsOf.operations(211)
                        .instances("com.acme.Plan", 5, 90, 92)
                        .instances("java.lang.String", 100, 900, 1_900))))
                .isTrue();
    }

    @Test
    void isNotQuietWhileAnApplicationClassMoves() {
        List<Sample> samples = samples(RoundsOf.operations(211).instances("com.acme.Plan", 5, 90, 93));

        assertThat(warmUp.isQuiet(samples)).isFalse();
        assertThat(warmUp.movers(samples.get(1), samples.get(2))).containsExactly("com.acme.Plan");
    }

    @Test
    void isNotQuietWhileThreadsStart() {
        assertThat(warmUp.isQuiet(
                        samples(RoundsOf.operations(211).counted(Resource.count("threads", "worker-*"), 1, 2, 3))))
                .isFalse();
    }

    @Test
    void steadyGrowthEndsItAsWell() {
        assertThat(warmUp.isSteady(
                        samples(RoundsOf.operations(211).instances("com.acme.Crumb", 0, 21, 42, 63, 84, 105, 126))))
                .isTrue();
    }

    @Test
    void growthThatSlowsDownDoesNot() {
        assertThat(warmUp.isSteady(
                        samples(RoundsOf.operations(211).instances("com.acme.Plan", 0, 500, 700, 760, 780, 790, 794))))
                .isFalse();
    }

    private static List<Sample> samples(RoundsOf typed) {
        var rounds = typed.rounds();
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(rounds.baseline()),
                        rounds.armed().stream().map(Round::sample),
                        java.util.stream.Stream.of(rounds.settled()))
                .flatMap(samples -> samples)
                .toList();
    }
}
