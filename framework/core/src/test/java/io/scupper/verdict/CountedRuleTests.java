package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Unit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In rounds of 200 operations, on each of which the fault fires, 2 % are 4 per round and 20 over five rounds. */
class CountedRuleTests {

    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource LEASES = Resource.count("leases", "prices leased");
    private static final Resource CLASSES = Resource.count(Resource.CLASSES, "loaded");
    private static final Resource OUTPUT = new Resource("redis", "omem", Unit.BYTES);
    private static final Resource BUFFERS = new Resource(Resource.BUFFERS, "direct", Unit.BYTES);
    private static final long KIB = 1L << 10;

    private final CountedRule rule = new CountedRule(Thresholds.DEFAULT);

    @Nested
    class Back {

        @Test
        void whateverIsBackIsClean() {
            Finding finding = threads(8, 208, 408, 608, 808, 1_008, 8);

            assertThat(finding.kind()).isEqualTo(Kind.RETURNED);
            assertThat(finding.reason()).isEqualTo("back at its baseline: baseline 8, now 8");
        }

        @Test
        void belowItsBaselineIsBackAsWell() {
            assertThat(threads(8, 208, 408, 608, 808, 1_008, 7).kind()).isEqualTo(Kind.RETURNED);
        }

        @Test
        void oneThreadAboveIsNotBack() {
            assertThat(threads(8, 9, 10, 11, 12, 13, 9).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        }

        @Test
        void bytesAreBackUpTo64KibibytesAboveTheirBaseline() {
            assertThat(judge(OUTPUT, KIB, 9, 9, 9, 9, 9, 65 * KIB).kind()).isEqualTo(Kind.RETURNED);
            assertThat(judge(OUTPUT, KIB, 9, 9, 9, 9, 9, 65 * KIB + 1).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void loadedClassesAreBackUpToHalfAPercentAboveTheirBaseline() {
            assertThat(judge(CLASSES, 2_000, 2_002, 2_004, 2_006, 2_008, 2_010, 2_010)
                            .kind())
                    .isEqualTo(Kind.RETURNED);
            assertThat(judge(CLASSES, 2_000, 2_000, 2_011, 2_011, 2_011, 2_011, 2_011)
                            .kind())
                    .isEqualTo(Kind.STEP);
        }
    }

    @Nested
    class Growth {

        @Test
        void threadPerOperationIsALeak() {
            Finding finding = threads(8, 208, 408, 608, 808, 1_008, 1_008);

            assertThat(finding.kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding.perOperation()).isEqualTo(1.0);
            assertThat(finding.baseline()).isEqualTo(8);
            assertThat(finding.settled()).isEqualTo(1_008);
            assertThat(finding.reason()).isEqualTo("baseline 8, now 1008; it grew in 5 of 5 rounds");
        }

        @Test
        void fourOfFiveRoundsMakeALeakAndThreeDoNot() {
            assertThat(threads(0, 5, 10, 10, 15, 20, 20).kind()).isEqualTo(Kind.GROWTH);
            assertThat(threads(0, 7, 14, 14, 14, 21, 21).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void eightOfTenRoundsMakeALeakAndSevenDoNot() {
            assertThat(threads(0, 9, 18, 18, 27, 36, 36, 45, 54, 63, 72, 72).kind())
                    .isEqualTo(Kind.GROWTH);
            assertThat(threads(0, 9, 18, 18, 27, 36, 36, 45, 54, 63, 63, 63).kind())
                    .isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void roundGrowsByTwoPercentOfWhatWasInjectedInIt() {
            assertThat(threads(0, 3, 7, 11, 15, 20, 20).kind()).isEqualTo(Kind.GROWTH);
            assertThat(threads(0, 3, 6, 10, 14, 20, 20).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void whatIsLeftIsTwoPercentOfAllThatWasInjected() {
            assertThat(threads(0, 4, 8, 12, 16, 20, 20).kind()).isEqualTo(Kind.GROWTH);
            assertThat(threads(0, 4, 8, 12, 16, 20, 19).kind())
                    .as("steady all the same")
                    .isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void threeAreTheLeastThatMakeALeak() {
            RoundsOf few = RoundsOf.operations(200).firing(4);
            long[] settledAtThree = RoundsOf.steps(10, 1);
            settledAtThree[11] = 3;
            long[] settledAtTwo = RoundsOf.steps(10, 1);
            settledAtTwo[11] = 2;

            assertThat(judge(THREADS, few.counted(THREADS, settledAtThree)).kind())
                    .isEqualTo(Kind.GROWTH);
            assertThat(judge(THREADS, few.counted(THREADS, settledAtTwo)).kind())
                    .isEqualTo(Kind.WITHIN_TOLERANCE);
        }

        @Test
        void growthIsMeasuredAgainstWhatFiredNotAgainstTheOperations() {
            RoundsOf rounds = RoundsOf.operations(200).counted(LEASES, 0, 3, 6, 9, 12, 15, 15);

            assertThat(judge(LEASES, rounds).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(judge(LEASES, rounds.firing(4)).kind()).isEqualTo(Kind.GROWTH);
        }
    }

    @Nested
    class RoundsThatCount {

        @Test
        void withoutAFaultAllRoundsCount() {
            RoundsOf rounds = RoundsOf.operations(200).withoutFault().counted(THREADS, 0, 4, 8, 12, 16, 20, 20);

            assertThat(judge(THREADS, rounds).kind()).isEqualTo(Kind.GROWTH);
            assertThat(judge(THREADS, rounds).reason()).endsWith("it grew in 5 of 5 rounds");
        }

        @Test
        void withAFaultThoseInWhichItFiredCount() {
            RoundsOf rounds =
                    RoundsOf.operations(200).firingOnlyInTheFirst(3, 100).counted(THREADS, 0, 4, 8, 12, 12, 12, 12);

            assertThat(judge(THREADS, rounds).kind()).isEqualTo(Kind.GROWTH);
            assertThat(judge(THREADS, rounds).reason()).endsWith("it grew in 3 of 3 rounds");
        }

        @Test
        void growthWhileNothingFiredIsNotTheFaults() {
            RoundsOf rounds =
                    RoundsOf.operations(200).firingOnlyInTheFirst(3, 5).counted(THREADS, 0, 5, 10, 10, 15, 20, 20);

            assertThat(judge(THREADS, rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void twoRoundsAreTooFewForThreads() {
            RoundsOf rounds =
                    RoundsOf.operations(200).firingOnlyInTheFirst(2, 5).counted(THREADS, 0, 5, 10, 10, 10, 10, 10);

            assertThat(judge(THREADS, rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void oneRoundIsEnoughForThreeLeases() {
            RoundsOf rounds = RoundsOf.operations(200).firingOnlyInTheFirst(1, 5);

            assertThat(judge(LEASES, rounds.counted(LEASES, 0, 3, 3, 3, 3, 3, 3))
                            .kind())
                    .isEqualTo(Kind.GROWTH);
            assertThat(judge(LEASES, rounds.counted(LEASES, 0, 2, 2, 2, 2, 2, 2))
                            .kind())
                    .isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void halfOfWhatFiredInTooFewRoundsIsNotDecidedForOthers() {
            RoundsOf rounds = RoundsOf.operations(200).firingOnlyInTheFirst(1, 10);

            assertThat(judge(THREADS, rounds.counted(THREADS, 0, 4, 4, 4, 4, 4, 4))
                            .kind())
                    .isEqualTo(Kind.STEP);
            assertThat(judge(THREADS, rounds.counted(THREADS, 0, 5, 5, 5, 5, 5, 5))
                            .reason())
                    .endsWith("it grew in 1 of 5 rounds, and in the others nothing was injected");
        }
    }

    @Nested
    class Steps {

        @Test
        void poolThatStartsIsAStep() {
            Finding finding = threads(0, 0, 40, 40, 40, 40, 40);

            assertThat(finding.kind()).isEqualTo(Kind.STEP);
            assertThat(finding.reason()).isEqualTo("baseline 0, now 40, in a single step");
        }

        @Test
        void riseInTwoOfFiveRoundsIsNotDecided() {
            Finding finding = threads(0, 30, 30, 60, 60, 60, 60);

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .isEqualTo(
                            "baseline 0, now 60; it rose to a new high in 2 of 5 rounds, which is neither a single step nor steady growth");
        }

        @Test
        void poolThatStartsItsThreadsOneByOneIsAStepOnceItIsFull() {
            Finding finding = fewFire(0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5);

            assertThat(finding.kind()).isEqualTo(Kind.STEP);
            assertThat(finding.reason())
                    .isEqualTo("baseline 0, now 5, in 5 steps and none of them in the latter half of 10 rounds");
        }

        @Test
        void poolThatStartsAThreadInTheLatterHalfIsNotDecided() {
            assertThat(fewFire(0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 5, 5).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(fewFire(0, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void halfOfElevenRoundsAreFive() {
            assertThat(fewFire(0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5).kind()).isEqualTo(Kind.STEP);
            assertThat(fewFire(0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void poolThatIsFullInFewerThanTenRoundsIsNotDecided() {
            assertThat(fewFire(0, 2, 4, 4, 4, 4, 4).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(fewFire(0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void restWhileNothingFiresShowsNothing() {
            RoundsOf rounds = RoundsOf.operations(200)
                    .firingOnlyInTheFirst(7, 4)
                    .counted(THREADS, 0, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
            assertThat(judge(THREADS, rounds).kind()).isEqualTo(Kind.STEP);

            assertThat(judge(THREADS, rounds.firingOnlyInTheFirst(6, 4)).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void threadsThatComeAndGoUnderTheirHighDoNotGrow() {
            assertThat(fewFire(0, 6, 2, 5, 3, 6, 5).kind()).isEqualTo(Kind.STEP);
        }
    }

    @Nested
    class TooLittle {

        @Test
        void riseBelowTwoPercentOfWhatWasInjectedIsTooLittle() {
            Finding finding = threads(2, 11, 11, 11, 11, 14, 14);

            assertThat(finding.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
            assertThat(finding.reason()).isEqualTo("baseline 2, now 14, too little to count");
        }

        @Test
        void riseBelowItAtAConstantRateIsALeakAfterManyRounds() {
            assertThat(threads(2, 5, 8, 11, 14, 17, 17).reason())
                    .isEqualTo(
                            "baseline 2, now 17; it grew in 5 of 5 rounds, too few to tell a leak from what fills up");
            assertThat(judge(THREADS, RoundsOf.steps(9, 3)).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(judge(THREADS, RoundsOf.steps(10, 3)).kind()).isEqualTo(Kind.GROWTH);
            assertThat(judge(THREADS, RoundsOf.steps(10, 3)).reason()).endsWith("now 30; it grew in 10 of 10 rounds");
        }

        @Test
        void fewThatGrowInMostRoundsMayBeAPoolThatStarts() {
            RoundsOf rounds = RoundsOf.operations(200).firing(4);

            assertThat(judge(THREADS, rounds.counted(THREADS, 0, 2, 4, 6, 8, 9, 9))
                            .kind())
                    .isEqualTo(Kind.UNDECIDED);
            assertThat(judge(THREADS, rounds.counted(THREADS, 0, 2, 4, 6, 8, 10, 10))
                            .kind())
                    .isEqualTo(Kind.GROWTH);
            assertThat(judge(LEASES, rounds.counted(LEASES, 0, 1, 2, 3, 4, 5, 5))
                            .kind())
                    .isEqualTo(Kind.GROWTH);
        }

        @Test
        void moreThanTenThatComeAfterTheRoundsAreNotDecided() {
            assertThat(threads(8, 8, 8, 8, 8, 8, 18).kind()).isEqualTo(Kind.STEP);
            assertThat(threads(8, 8, 8, 8, 8, 8, 19).reason())
                    .isEqualTo("baseline 8, now 19; 11 of them came after the last round");
        }

        @Test
        void threeThatCameInTwoStepsAreNotTooLittle() {
            assertThat(fewFire(8, 8, 9, 9, 11, 11, 11).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void twoThatAreLeftOfThreeAreTooLittle() {
            assertThat(fewFire(8, 8, 9, 9, 11, 11, 10).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        }

        @Test
        void whatCameOnlyAfterTheRoundsIsNotCountedAsTheirGrowth() {
            assertThat(fewFire(8, 8, 9, 9, 10, 10, 11).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        }
    }

    @Nested
    class NeverAStep {

        @Test
        void smallPoolThatIsExhaustedAtOnceIsNotDecided() {
            Finding finding = judge(LEASES, 0, 2, 2, 2, 2, 2, 2);

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .isEqualTo(
                            "baseline 0, now 2, at rest; none of it should be left, yet it grew in only 0 of 5 rounds");
        }

        @Test
        void outputThatRedisHasYetToSendIsNotDecided() {
            assertThat(judge(OUTPUT, 0, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB, 65 * KIB)
                            .kind())
                    .isEqualTo(Kind.UNDECIDED);
        }
    }

    @Test
    void onlyWhatIsNotDecidedIsWorthMoreRounds() {
        assertThat(isUndecided(0, 30, 30, 60, 60, 60, 60)).isTrue();
        assertThat(isUndecided(0, 30, 60, 90, 120, 150, 150)).isFalse();
        assertThat(isUndecided(0, 0, 40, 40, 40, 40, 40)).isFalse();
        assertThat(isUndecided(0, 30, 30, 60, 60, 60, 0)).isFalse();
    }

    private boolean isUndecided(long... counts) {
        return rule.isUndecided(
                THREADS, RoundsOf.operations(200).counted(THREADS, counts).rounds());
    }

    private Finding threads(long... counts) {
        return judge(THREADS, counts);
    }

    private Finding fewFire(long... counts) {
        return judge(THREADS, RoundsOf.operations(200).firing(4).counted(THREADS, counts));
    }

    private Finding judge(Resource resource, long... counts) {
        return judge(resource, RoundsOf.operations(200).counted(resource, counts));
    }

    private Finding judge(Resource resource, RoundsOf typed) {
        return rule.judge(resource, typed.rounds());
    }
}
