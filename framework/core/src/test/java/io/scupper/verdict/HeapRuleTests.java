package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Rounds;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In rounds of 200 operations a class that grows by 200 keeps one instance per operation. */
class HeapRuleTests {

    private static final String OURS = "com.acme.Audit";
    private static final long MIB = 1L << 20;

    private final HeapRule rule = new HeapRule(Thresholds.DEFAULT);

    @Nested
    class Classes {

        @Test
        void applicationClassThatGrowsWithEachOperationIsALeak() {
            Finding finding = ours(50, 250, 450, 650, 850, 1_050, 1_050);

            assertThat(finding.kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding.perOperation()).isEqualTo(1.0);
            assertThat(finding.baseline()).isEqualTo(50);
            assertThat(finding.settled()).isEqualTo(1_050);
            assertThat(finding.reason())
                    .isEqualTo("+1.000 instances per operation over 5 rounds [200, 200, 200, 200, 200], "
                            + "still held after settling");
        }

        @Test
        void arrayOfAnApplicationClassCountsAsTheApplications() {
            RoundsOf rounds =
                    RoundsOf.operations(200).instances("[Lcom.acme.Audit;", 0, 200, 400, 600, 800, 1_000, 1_000);

            assertThat(finding("heap:[Lcom.acme.Audit;", rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void applicationClassesAreToldFromHalfAPercentOfTheOperationsOn() {
            RoundsOf rounds = RoundsOf.operations(4_000);

            assertThat(rule.suspects(
                            rounds.instances(OURS, 0, 20, 40, 60, 80, 100, 100).rounds(), true))
                    .hasSize(1);
            assertThat(rule.suspects(
                            rounds.instances(OURS, 0, 19, 38, 57, 76, 95, 95).rounds(), true))
                    .isEmpty();
        }

        @Test
        void halfThatIsLeftIsALeakAndLessIsNotDecided() {
            assertThat(ours(50, 250, 450, 650, 850, 1_050, 550).kind()).isEqualTo(Kind.GROWTH);

            Finding less = ours(50, 250, 450, 650, 850, 1_050, 549);
            assertThat(less.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(less.reason())
                    .isEqualTo("+1.000 instances per operation over 5 rounds, of 1000 instances 499 are left");
        }

        @Test
        void lessThanATenthThatIsLeftIsGivenUp() {
            assertThat(ours(50, 250, 450, 650, 850, 1_050, 150).kind()).isEqualTo(Kind.UNDECIDED);

            Finding less = ours(50, 250, 450, 650, 850, 1_050, 149);
            assertThat(less.kind()).isEqualTo(Kind.RETURNED);
            assertThat(less.reason()).isEqualTo("+1.000 instances per operation while it lasted, given up after lift");
        }

        @Test
        void suspectsAreToldByTheirGrowthLargestFirst() {
            RoundsOf rounds = RoundsOf.operations(200)
                    .instances("com.acme.Two", 0, 400, 800, 1_200, 1_600, 2_000, 2_000)
                    .instances("com.acme.One", 0, 200, 400, 600, 800, 1_000, 1_000)
                    .instances("com.acme.Three", 0, 600, 1_200, 1_800, 2_400, 3_000, 3_000);

            assertThat(rule.judge(rounds.rounds(), Circumstances.PLAIN))
                    .extracting(Finding::name)
                    .containsExactly("heap", "heap:com.acme.Three", "heap:com.acme.Two", "heap:com.acme.One");
        }
    }

    @Nested
    class ShortRounds {

        @Test
        void classAloneIsALeakFromTwoHundredOperationsOn() {
            RoundsOf enough = RoundsOf.operations(200).instances(OURS, 0, 199, 398, 597, 796, 995, 995);
            RoundsOf few = RoundsOf.operations(199).instances(OURS, 0, 199, 398, 597, 796, 995, 995);

            assertThat(finding("heap:" + OURS, enough).kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding("heap:" + OURS, few).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding("heap:" + OURS, few).reason())
                    .startsWith(
                            "+1.000 instances per operation; rounds of 199 operations are too short to tell a bounded "
                                    + "collection that fills up from a leak, and live heap is within its slack");
        }

        @Test
        void classIsALeakInAnyRoundsIfLiveHeapRisesBeyondItsSlack() {
            RoundsOf few = RoundsOf.operations(8).instances(OURS, 0, 8, 16, 24, 32, 40, 40);

            few.liveBytes(10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 12 * MIB);
            assertThat(finding("heap:" + OURS, few).kind()).isEqualTo(Kind.UNDECIDED);

            few.liveBytes(10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 10 * MIB, 12 * MIB + 1);
            assertThat(finding("heap:" + OURS, few).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void classThatIsGivenUpAfterLiftIsGivenUpInAnyRounds() {
            RoundsOf few = RoundsOf.operations(8).instances(OURS, 0, 8, 16, 24, 32, 40, 3);

            assertThat(finding("heap:" + OURS, few).kind()).isEqualTo(Kind.RETURNED);
        }
    }

    @Nested
    class SteadyAtFirst {

        @Test
        void cacheThatFillsUpIsBoundedAndItsSizeIsTold() {
            Finding finding = ours(0, 200, 400, 600, 800, 1_000, 1_200, 1_200, 1_200, 1_200, 1_200);

            assertThat(finding.kind()).isEqualTo(Kind.BOUNDED);
            assertThat(finding.perOperation()).isEqualTo(1_200 / 1_800.0);
            assertThat(finding.reason())
                    .isEqualTo(
                            "grew at first and has come to rest: bounded at about 1200 instances, 75 KiB by themselves");
        }

        /** One round in which less is made, or more is given back, is no rest. */
        @Test
        void dipInGrowthThatGoesOnIsNotDecided() {
            assertThat(ours(0, 200, 400, 600, 800, 1_000, 870, 870).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(ours(0, 200, 400, 600, 800, 1_000, 870, 1_070, 1_070, 1_070)
                            .kind())
                    .isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void aFifthOfTheEarlyGrowthInTheLastThreeRoundsIsRest() {
            assertThat(ours(0, 200, 400, 600, 800, 1_000, 1_000, 1_040, 1_080, 1_080)
                            .kind())
                    .isEqualTo(Kind.BOUNDED);

            Finding more = ours(0, 200, 400, 600, 800, 1_000, 1_000, 1_041, 1_082, 1_082);
            assertThat(more.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(more.reason())
                    .isEqualTo("+0.676 instances per operation, steady at first, then neither steady nor at rest: "
                            + "[200, 200, 200, 200, 200, 0, 41, 41]");
        }

        @Test
        void lessThanATenthThatIsLeftIsGivenUp() {
            assertThat(ours(50, 250, 450, 650, 850, 1_050, 1_050, 1_050, 1_050, 150)
                            .kind())
                    .isEqualTo(Kind.BOUNDED);
            assertThat(ours(50, 250, 450, 650, 850, 1_050, 1_050, 1_050, 1_050, 149)
                            .kind())
                    .isEqualTo(Kind.RETURNED);
        }

        @Test
        void oneRoundAtRestShowsNothing() {
            assertThat(ours(0, 200, 400, 600, 800, 1_000, 1_200, 1_200, 1_200).kind())
                    .isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void classThatNeverWasSteadyIsNoSuspect() {
            assertThat(findings(0, 900, 1_000, 1_010, 1_020, 1_030, 1_030, 1_030, 1_030))
                    .extracting(Finding::name)
                    .containsExactly("heap");
        }
    }

    @Nested
    class JdkClasses {

        @Test
        void jdkClassesAloneAreNotDecided() {
            Finding finding = finding("heap:[B", bytes(900, 1_100, 1_300, 1_500, 1_700, 1_900, 1_900));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .isEqualTo("+1.000 instances per operation over 5 rounds, "
                            + "but only JDK classes grow: nothing names who holds them");
        }

        @Test
        void jdkClassesAreToldFromFivePercentOfTheOperationsOn() {
            assertThat(rule.suspects(bytes(0, 10, 20, 30, 40, 50, 50).rounds(), false))
                    .hasSize(1);
            assertThat(rule.suspects(bytes(0, 9, 18, 27, 36, 45, 45).rounds(), false))
                    .isEmpty();
        }

        @Test
        void jdkClassesThatAreGivenUpAfterLiftAreClean() {
            assertThat(finding("heap:[B", bytes(900, 1_100, 1_300, 1_500, 1_700, 1_900, 900))
                            .kind())
                    .isEqualTo(Kind.RETURNED);
        }

        @Test
        void jdkClassesBesideOneOfTheApplicationAreNotTold() {
            RoundsOf rounds =
                    bytes(0, 400, 800, 1_200, 1_600, 2_000, 2_000).instances(OURS, 0, 200, 400, 600, 800, 1_000, 1_000);

            assertThat(rule.judge(rounds.rounds(), Circumstances.PLAIN))
                    .extracting(Finding::name)
                    .containsExactly("heap", "heap:" + OURS);
        }

        @Test
        void jdkClassesThatCameToRestAreNoSuspects() {
            RoundsOf rounds = bytes(0, 200, 400, 600, 800, 1_000, 1_000, 1_000, 1_000);

            assertThat(rule.suspects(rounds.rounds(), false)).isEmpty();
        }

        private RoundsOf bytes(long... counts) {
            return RoundsOf.operations(200).instances("[B", counts);
        }
    }

    @Nested
    class LiveHeap {

        @Test
        void slackIsTwoMebibytesOfASmallHeap() {
            assertThat(live(10 * MIB, 12 * MIB).kind()).isEqualTo(Kind.RETURNED);
            assertThat(live(10 * MIB, 12 * MIB).reason())
                    .isEqualTo("baseline 10 MiB, now 12 MiB, within the slack of 2 MiB");
            assertThat(live(10 * MIB, 12 * MIB + 1).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void slackIsFivePercentOfALargeOne() {
            assertThat(live(100 * MIB, 105 * MIB).kind()).isEqualTo(Kind.RETURNED);
            assertThat(live(100 * MIB, 105 * MIB + 1).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void riseWithoutASuspectIsNotDecidedAndSaysWhatGrewMost() {
            Finding finding = heap(RoundsOf.operations(200)
                    .liveBytes(50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 60 * MIB)
                    .instances("java.lang.String", 9_000, 9_000, 9_000, 9_000, 9_000, 9_000, 9_100)
                    .instances("com.acme.Plan", 0, 1_024, 1_024, 1_024, 1_024, 1_024, 1_024)
                    .instances("com.acme.Grid", 40, 40, 40, 40, 40, 40, 50));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .isEqualTo("baseline 50 MiB, now 60 MiB, more than the slack of 2.5 MiB, "
                            + "and no class of the application grows steadily; most grew com.acme.Plan by 64 KiB");
        }

        @Test
        void growthOfAClassIsMeasuredFromWhatThereWas() {
            Finding finding = heap(RoundsOf.operations(200)
                    .liveBytes(50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 50 * MIB, 60 * MIB)
                    .instances("com.acme.Plan", 100, 100, 100, 100, 100, 100, 116));

            assertThat(finding.reason()).endsWith("most grew com.acme.Plan by 1 KiB");
        }

        @Test
        void emptyHistogramNamesNothing() {
            assertThat(live(10 * MIB, 20 * MIB).reason()).endsWith("most grew nothing");
        }

        @Test
        void riseThatAClassExplainsIsALeakAsWell() {
            Finding finding = heap(RoundsOf.operations(200)
                    .liveBytes(50 * MIB, 52 * MIB, 54 * MIB, 56 * MIB, 58 * MIB, 60 * MIB, 60 * MIB)
                    .instances(OURS, 0, 200, 400, 600, 800, 1_000, 1_000));

            assertThat(finding.kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding.reason()).isEqualTo("baseline 50 MiB, now 60 MiB");
        }

        @Test
        void classThatWasGivenUpExplainsNoRise() {
            Finding finding = heap(RoundsOf.operations(200)
                    .liveBytes(50 * MIB, 52 * MIB, 54 * MIB, 56 * MIB, 58 * MIB, 60 * MIB, 60 * MIB)
                    .instances(OURS, 0, 200, 400, 600, 800, 1_000, 0));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void growthPerOperationIsThatOfTheRounds() {
            Finding finding = heap(RoundsOf.operations(200)
                    .liveBytes(MIB, MIB + 1_000, MIB + 2_000, MIB + 3_000, MIB + 4_000, MIB + 5_000, MIB));

            assertThat(finding.perOperation()).isEqualTo(5.0);
        }

        private Finding live(long baseline, long settled) {
            return heap(RoundsOf.operations(200)
                    .liveBytes(baseline, baseline, baseline, baseline, baseline, baseline, settled));
        }

        private Finding heap(RoundsOf typed) {
            return finding("heap", typed);
        }
    }

    @Test
    void classesOfTheJdkAreJudgedBesideOnesOfTheApplicationThatAreClean() {
        Rounds rounds = RoundsOf.operations(200)
                .instances(OURS, 0, 200, 400, 600, 800, 1_000, 0)
                .instances("[B", 900, 1_100, 1_300, 1_500, 1_700, 1_900, 1_900)
                .rounds();

        assertThat(rule.judge(rounds, Circumstances.PLAIN))
                .extracting(Finding::name, Finding::kind)
                .contains(tuple("heap:" + OURS, Kind.RETURNED), tuple("heap:[B", Kind.UNDECIDED));
    }

    @Test
    void heapThatRoseOnceAndCameToRestIsBounded() {
        long mib = 1L << 20;
        RoundsOf rounds = RoundsOf.operations(200);

        assertThat(finding("heap", rounds.liveBytes(4 * mib, 8 * mib, 8 * mib, 8 * mib, 8 * mib, 8 * mib, 8 * mib))
                        .kind())
                .isEqualTo(Kind.BOUNDED);
        assertThat(finding("heap", rounds.liveBytes(4 * mib, 4 * mib, 4 * mib, 8 * mib, 8 * mib, 8 * mib, 8 * mib))
                        .kind())
                .isEqualTo(Kind.UNDECIDED);
        assertThat(finding("heap", rounds.liveBytes(4 * mib, 4 * mib, 4 * mib, 4 * mib, 4 * mib, 4 * mib, 8 * mib))
                        .kind())
                .isEqualTo(Kind.UNDECIDED);
        assertThat(rule.worthMore(rounds.rounds(), Circumstances.PLAIN))
                .extracting(Finding::name)
                .containsExactly("heap");
    }

    private Finding ours(long... counts) {
        return finding("heap:" + OURS, RoundsOf.operations(200).instances(OURS, counts));
    }

    private List<Finding> findings(long... counts) {
        return rule.judge(RoundsOf.operations(200).instances(OURS, counts).rounds(), Circumstances.PLAIN);
    }

    private Finding finding(String name, RoundsOf typed) {
        return rule.judge(typed.rounds(), Circumstances.PLAIN).stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
