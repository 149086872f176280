package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Classes whose instances come and go, as those of a batch do that is written off when it is full. */
class SwayTests {

    private static final String OURS = "com.acme.Row";
    private static final int OPERATIONS = 211;

    @Nested
    class Slope {

        @Test
        void ofAStraightLineIsCertain() {
            Sway sway = Sway.of(new long[] {5, 8, 11, 14, 17});

            assertThat(sway.height()).isEqualTo(12);
            assertThat(sway.least()).isCloseTo(3, within(1e-9));
            assertThat(sway.most()).isCloseTo(3, within(1e-9));
        }

        @Test
        void ofScatteredLevelsIsUncertainByThreeStandardErrors() {
            // By hand: slope 0.6, residuals sum up to 2.4 in squares over 3 degrees of freedom, Sxx = 10.
            Sway sway = Sway.of(new long[] {1, 3, 2, 3, 4});

            assertThat(sway.most() - sway.least()).isCloseTo(6 * Math.sqrt(1.6 / 3 / 10), within(1e-9));
            assertThat((sway.most() + sway.least()) / 2).isCloseTo(0.6, within(1e-9));
        }

        @Test
        void thatIsSurelyAboveZeroIsGrowthHoweverSmall() {
            assertThat(Sway.of(new long[] {5, 8, 11, 14, 17}).growsByLessThan(100))
                    .isFalse();
            assertThat(Sway.of(new long[] {5, 8, 5, 8, 5, 8}).growsByLessThan(100))
                    .isTrue();
            assertThat(Sway.of(new long[] {5, 8, 5, 8, 5, 8}).growsByLessThan(0.1))
                    .isFalse();
        }
    }

    @Nested
    class InWarmUp {

        @Test
        void batchOfThreeHundredIsNoLeak() {
            Finding finding = judge(saw(300, 0));

            assertThat(finding.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
            assertThat(finding.reason())
                    .startsWith("comes and goes by up to 277 instances and does not grow by more than 0.0");
        }

        @Test
        void leakOnOneOperationInTenBeneathItIsNotClean() {
            assertThat(judge(saw(300, 21)).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void batchThatHidesALeakIsNotDecided() {
            Finding finding = judge(saw(1_000, 0));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .contains("beneath which it may grow by up to")
                    .contains("a multiple of the batch");
        }

        private Finding judge(long[] levels) {
            var warmUp = LongStream.of(levels).limit(8).boxed().toList();
            long[] since = LongStream.of(levels).skip(7).toArray();
            var swaying = Circumstances.PLAIN.with(Map.of(OURS, warmUp));
            return only(new Judge(Thresholds.DEFAULT, Bounds.NONE)
                    .judge(
                            RoundsOf.operations(OPERATIONS)
                                    .withoutFault()
                                    .instances(OURS, since)
                                    .rounds(),
                            swaying));
        }
    }

    /** Warm-up saw it quiet, or steady; the judged rounds do not. */
    @Nested
    class InJudgedRounds {

        @Test
        void classThatMovesInMostRoundsAndFallsInOneIsNotTakenForClean() {
            assertThat(kinds(211, 0, 42, 84, 126, 168, 20, 20)).containsExactly(Kind.UNDECIDED);
            assertThat(kinds(211, 0, 42, 84, 86, 168, 20, 20)).containsExactly(Kind.UNDECIDED);
        }

        @Test
        void classThatMovesInFewerRoundsIsLeftAlone() {
            assertThat(kinds(211, 0, 42, 84, 86, 88, 20, 20)).isEmpty();
        }

        @Test
        void movesByNoMoreThanOnePercentOfTheOperationsAreNone() {
            assertThat(kinds(200, 40, 42, 40, 42, 40, 42, 42)).isEmpty();
            assertThat(kinds(199, 40, 140, 40, 140, 40, 140, 140))
                    .as("short rounds")
                    .isEmpty();
        }

        @Test
        void whatSwaysALittleAboutOneLevelDoesNotGrow() {
            assertThat(kinds(211, 40, 46, 41, 47, 42, 45, 45)).containsExactly(Kind.WITHIN_TOLERANCE);
        }

        /** As long as live heap is within its slack. */
        @Test
        void classThatOnlyRisesInBurstsIsLeftToLiveHeap() {
            assertThat(kinds(211, 0, 3, 303, 308, 708, 712, 712)).isEmpty();
        }

        @Test
        void fallThatIsNoMoveIsNone() {
            assertThat(kinds(200, 0, 300, 298, 700, 1_500, 1_700, 1_700)).isEmpty();
            assertThat(kinds(200, 0, 300, 297, 700, 1_500, 1_700, 1_700)).containsExactly(Kind.UNDECIDED);
        }

        @Test
        void classOfTheJdkIsLeftAlone() {
            assertThat(new Judge(Thresholds.DEFAULT, Bounds.NONE)
                            .judge(RoundsOf.operations(211)
                                    .instances("java.lang.String", 0, 42, 84, 126, 168, 20, 20)
                                    .rounds()))
                    .extracting(Finding::name)
                    .doesNotContain("heap:java.lang.String");
        }

        private List<Kind> kinds(long operations, long... levels) {
            return new Judge(Thresholds.DEFAULT, Bounds.NONE)
                            .judge(RoundsOf.operations(operations)
                                    .instances(OURS, levels)
                                    .rounds())
                            .stream()
                            .filter(finding -> finding.name().equals("heap:" + OURS))
                            .map(Finding::kind)
                            .toList();
        }
    }

    @Test
    void whatIsWrittenOffAfterSteadyRoundsIsNoLeakUnlessItSurelyGrows() {
        assertThat(afterwards(0, 40, 80, 120, 160, 200, 5, 45, 85, 125, 165, 3, 3)
                        .kind())
                .isEqualTo(Kind.WITHIN_TOLERANCE);
        assertThat(afterwards(0, 40, 80, 120, 160, 200, 190, 230, 270, 310, 350, 390, 390)
                        .kind())
                .isEqualTo(Kind.UNDECIDED);
    }

    private static Finding afterwards(long... levels) {
        return only(new Judge(Thresholds.DEFAULT, Bounds.NONE)
                .judge(RoundsOf.operations(1_009).instances(OURS, levels).rounds()));
    }

    private static Finding only(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.name().equals("heap:" + OURS))
                .findFirst()
                .orElseThrow();
    }

    /** Levels after warm-up and eleven rounds, and once more for the settled sample. */
    private static long[] saw(int batch, long leakPerRound) {
        return IntStream.concat(IntStream.range(1, 20), IntStream.of(19))
                .mapToLong(round -> (long) round * OPERATIONS % batch + round * leakPerRound)
                .toArray();
    }
}
