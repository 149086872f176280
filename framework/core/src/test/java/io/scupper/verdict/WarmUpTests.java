package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Sample;
import io.scupper.model.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource CLASSES = Resource.count(Resource.CLASSES, "loaded");
    private static final Resource BUFFERS = new Resource(Resource.BUFFERS, "direct", Unit.BYTES);

    private final WarmUp warmUp = new WarmUp(Thresholds.DEFAULT);

    @Nested
    class Quiet {

        @Test
        void isQuietWhenNoApplicationClassMoved() {
            assertThat(isQuiet(RoundsOf.operations(200)
                            .instances("com.acme.Plan", 5, 90, 90)
                            .instances("java.lang.String", 100, 900, 1_900)))
                    .isTrue();
        }

        @Test
        void isQuietWhileAClassMovesByOnePercentOfTheOperations() {
            assertThat(isQuiet(RoundsOf.operations(200).instances("com.acme.Plan", 5, 90, 92)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(200).instances("com.acme.Plan", 5, 90, 88)))
                    .isTrue();
        }

        @Test
        void isNotQuietWhileAnApplicationClassMovesFurther() {
            List<Sample> samples = samples(RoundsOf.operations(200).instances("com.acme.Plan", 5, 90, 93));

            assertThat(warmUp.isQuiet(samples)).isFalse();
            assertThat(warmUp.movers(samples.get(1), samples.get(2))).containsExactly("com.acme.Plan");
            assertThat(isQuiet(RoundsOf.operations(200).instances("com.acme.Plan", 5, 90, 87)))
                    .isFalse();
        }

        @Test
        void oneInstanceMayMoveHoweverFewTheOperations() {
            assertThat(isQuiet(RoundsOf.operations(10).instances("com.acme.Plan", 5, 5, 6)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(10).instances("com.acme.Plan", 5, 5, 7)))
                    .isFalse();
        }

        @Test
        void oneSampleIsTooFewAndTwoAreEnough() {
            List<Sample> samples = samples(RoundsOf.operations(200).counted(THREADS, 8, 8));

            assertThat(warmUp.isQuiet(samples.subList(0, 1))).isFalse();
            assertThat(warmUp.isQuiet(samples)).isTrue();
        }
    }

    @Nested
    class Drift {

        @Test
        void threadsMayNotMove() {
            assertThat(isQuiet(RoundsOf.operations(200).counted(THREADS, 1, 2, 2)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(200).counted(THREADS, 1, 2, 3)))
                    .isFalse();
            assertThat(isQuiet(RoundsOf.operations(200).counted(THREADS, 1, 2, 1)))
                    .isFalse();
        }

        @Test
        void bytesMayMoveBy64Kibibytes() {
            assertThat(isQuiet(RoundsOf.operations(200).counted(BUFFERS, 0, 1_000, 66_536)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(200).counted(BUFFERS, 0, 1_000, 66_537)))
                    .isFalse();
        }

        @Test
        void loadedClassesMayMoveByOnePercentOfTheOperations() {
            assertThat(isQuiet(RoundsOf.operations(200).counted(CLASSES, 0, 2_000, 2_002)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(200).counted(CLASSES, 0, 2_000, 2_003)))
                    .isFalse();
        }

        @Test
        void oneClassMayBeLoadedHoweverFewTheOperations() {
            assertThat(isQuiet(RoundsOf.operations(10).counted(CLASSES, 0, 2_000, 2_001)))
                    .isTrue();
            assertThat(isQuiet(RoundsOf.operations(10).counted(CLASSES, 0, 2_000, 2_002)))
                    .isFalse();
        }
    }

    @Nested
    class Steady {

        @Test
        void growthEndsWarmUpAfterFiveRoundsOfIt() {
            List<Sample> samples =
                    samples(RoundsOf.operations(211).instances("com.acme.Crumb", 9, 30, 51, 72, 93, 114));

            assertThat(warmUp.isSteady(samples)).isTrue();
            assertThat(warmUp.isSteady(samples.subList(0, 5))).isFalse();
        }

        @Test
        void whatWasBeforeTheLastFiveRoundsIsForgotten() {
            assertThat(isSteady(
                            RoundsOf.operations(211).instances("com.acme.Crumb", 0, 900, 921, 942, 963, 984, 1_005)))
                    .isTrue();
        }

        @Test
        void growthThatSlowsDownIsNotSteady() {
            assertThat(isSteady(RoundsOf.operations(211).instances("com.acme.Plan", 0, 500, 700, 760, 780, 790, 794)))
                    .isFalse();
        }

        @Test
        void whatDoesNotMoveIsQuietAndNotSteady() {
            assertThat(isSteady(RoundsOf.operations(211).instances("com.acme.Plan", 9, 9, 9, 9, 9, 9)))
                    .isFalse();
        }

        @Test
        void allThatMovesMustBeSteady() {
            assertThat(isSteady(RoundsOf.operations(211)
                            .instances("com.acme.Crumb", 9, 30, 51, 72, 93, 114)
                            .instances("com.acme.Plan", 0, 500, 700, 760, 780, 790)))
                    .isFalse();
        }
    }

    @Nested
    class Swaying {

        @Test
        void whatMovesAndFellAtTimesIsToldWithItsLevelsAfterTheFirstTwoRounds() {
            List<Sample> samples = samples(RoundsOf.operations(211)
                    .instances("com.acme.Row", 0, 211, 122, 33, 244, 155)
                    .instances("com.acme.Crumb", 9, 30, 51, 72, 93, 114)
                    .instances("com.acme.Plan", 0, 500, 7, 7, 7, 7));

            assertThat(warmUp.swaying(samples)).isEqualTo(Map.of("com.acme.Row", List.of(122L, 33L, 244L, 155L)));
        }

        @Test
        void fallingByNoMoreThanWhatIsQuietIsNoSwaying() {
            assertThat(warmUp.swaying(
                            samples(RoundsOf.operations(211).instances("com.acme.Crumb", 9, 30, 51, 49, 93, 114))))
                    .isEmpty();
            assertThat(warmUp.swaying(
                            samples(RoundsOf.operations(211).instances("com.acme.Crumb", 9, 30, 51, 48, 93, 114))))
                    .containsOnlyKeys("com.acme.Crumb");
        }
    }

    private boolean isQuiet(RoundsOf typed) {
        return warmUp.isQuiet(samples(typed));
    }

    private boolean isSteady(RoundsOf typed) {
        return warmUp.isSteady(samples(typed));
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
