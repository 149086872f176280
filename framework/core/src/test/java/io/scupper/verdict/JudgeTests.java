package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final String OURS = "com.acme.Audit";
    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource LEASES = Resource.count("leases", "prices leased");
    private static final Resource CLASSES = Resource.count(Resource.CLASSES, "loaded");
    private static final Resource SOCKETS = Resource.count("sockets", "ESTABLISHED to prices:80");
    private static final long MIB = 1L << 20;

    private final Judge judge = new Judge(Thresholds.DEFAULT, Bounds.NONE);

    @Nested
    class Heap {

        @Test
        void applicationClassThatGrowsWithEachOperationIsALeak() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055)
                    .rounds();

            Finding finding = finding("heap:" + OURS, rounds);

            assertThat(finding.kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding.perOperation()).isEqualTo(1.0);
            assertThat(verdict(rounds)).isEqualTo(Verdict.LEAK);
        }

        @Test
        void arrayOfAnApplicationClassCountsAsTheApplications() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances("[Lcom.acme.Audit;", 0, 211, 422, 633, 844, 1_055, 1_055)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.LEAK);
        }

        @Test
        void classThatGrowsInShortRoundsIsALeakOnlyIfLiveHeapGrowsToo() {
            RoundsOf few = RoundsOf.operations(8).instances(OURS, 0, 8, 16, 24, 32, 40, 40);

            assertThat(finding("heap:" + OURS, few.rounds()).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
            assertThat(verdict(few.rounds())).isEqualTo(Verdict.CLEAN);

            Rounds large = few.liveBytes(10 * MIB, 18 * MIB, 26 * MIB, 34 * MIB, 42 * MIB, 50 * MIB, 50 * MIB)
                    .rounds();
            assertThat(verdict(large)).isEqualTo(Verdict.LEAK);
        }

        @Test
        void growthThatIsGivenUpAfterLiftIsClean() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 3)
                    .rounds();

            assertThat(finding("heap:" + OURS, rounds).kind()).isEqualTo(Kind.RETURNED);
            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }

        @Test
        void cacheThatFillsUpIsBoundedAndItsSizeIsTold() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_200, 1_200, 1_200, 1_200)
                    .rounds();

            assertThat(finding("heap:" + OURS, rounds).kind()).isEqualTo(Kind.BOUNDED);
            assertThat(finding("heap:" + OURS, rounds).reason())
                    .isEqualTo(
                            "grew at first and has come to rest: bounded at about 1200 instances, 75 KiB by themselves");
            assertThat(judge.suspects(rounds)).isFalse();
        }

        @Test
        void growthThatIsNoLongerSteadyButGoesOnIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_000, 1_211, 1_422, 1_422)
                    .rounds();

            assertThat(finding("heap:" + OURS, rounds).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(judge.suspects(rounds)).isTrue();
        }

        @Test
        void growthThatIsGivenUpInPartIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 300)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void jdkClassesAloneAreNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .instances("[B", 900, 1_111, 1_322, 1_533, 1_744, 1_955, 1_955)
                    .rounds();

            assertThat(finding("heap:[B", rounds).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(verdict(rounds)).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void liveHeapThatRisesWithoutASuspectIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .liveBytes(50 * MIB, 60 * MIB, 60 * MIB, 60 * MIB, 60 * MIB, 60 * MIB, 60 * MIB)
                    .rounds();

            assertThat(finding("heap", rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void liveHeapWithinItsSlackIsClean() {
            Rounds rounds = RoundsOf.operations(211)
                    .liveBytes(50 * MIB, 51 * MIB, 51 * MIB, 51 * MIB, 51 * MIB, 51 * MIB, 52 * MIB)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }
    }

    @Nested
    class Counted {

        @Test
        void threadPerOperationIsALeak() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 219, 430, 641, 852, 1_063, 1_063)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding("threads:worker-*", rounds).perOperation()).isEqualTo(1.0);
        }

        @Test
        void whateverIsBackIsClean() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 219, 430, 641, 852, 1_063, 8)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }

        @Test
        void poolThatStartsIsAStep() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 0, 0, 40, 40, 40, 40, 40)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.STEP);
            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }

        @Test
        void poolThatStartsItsThreadsOneByOneIsAStepOnceItIsFull() {
            RoundsOf rounds = RoundsOf.operations(211).firing(4);
            rounds.counted(THREADS, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
            assertThat(finding("threads:worker-*", rounds.rounds()).kind()).isEqualTo(Kind.STEP);

            rounds.counted(THREADS, 0, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4);
            assertThat(finding("threads:worker-*", rounds.rounds()).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void poolThatIsFullAfterHalfOfFiveRoundsIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .firing(4)
                    .counted(THREADS, 0, 2, 4, 4, 4, 4, 4)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void threadsThatComeAndGoUnderTheirHighDoNotGrow() {
            Rounds rounds = RoundsOf.operations(211)
                    .firing(4)
                    .counted(THREADS, 0, 6, 2, 5, 3, 6, 5)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.STEP);
        }

        @Test
        void whatCameOnlyAfterTheRoundsIsNotCountedAsTheirGrowth() {
            Rounds rounds = RoundsOf.operations(211)
                    .firing(8)
                    .counted(THREADS, 0, 0, 1, 1, 2, 2, 3)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        }

        @Test
        void smallPoolThatIsExhaustedAtOnceIsNoStep() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(LEASES, 0, 2, 2, 2, 2, 2, 2)
                    .rounds();

            assertThat(finding("leases:prices leased", rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void leasesMayBeALeakByTheOnlyRoundInWhichSomethingFired() {
            RoundsOf rounds = RoundsOf.operations(211).firingOnlyInTheFirstRound(5);
            rounds.counted(LEASES, 0, 5, 5, 5, 5, 5, 5).counted(THREADS, 0, 5, 5, 5, 5, 5, 5);

            assertThat(finding("leases:prices leased", rounds.rounds()).kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding("threads:worker-*", rounds.rounds()).kind()).isEqualTo(Kind.STEP);
        }

        @Test
        void classesThatAreLoadedForAWhileAreNoLeak() {
            RoundsOf rounds = RoundsOf.operations(211);

            rounds.counted(CLASSES, 9_000, 9_040, 9_080, 9_120, 9_160, 9_200, 9_200);
            assertThat(finding("classes:loaded", rounds.rounds()).reason())
                    .endsWith("it grew in 5 of 5 rounds, too few to tell a leak from what fills up");

            rounds.counted(CLASSES, 0, 40, 80, 120, 160, 200, 200, 200, 200, 200, 200, 200, 200, 200);
            assertThat(finding("classes:loaded", rounds.rounds()).kind()).isEqualTo(Kind.STEP);

            rounds.counted(CLASSES, 0, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 480);
            assertThat(finding("classes:loaded", rounds.rounds()).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void aFewClassesThatAreLoadedLateAreWithinTheSlack() {
            Rounds rounds = RoundsOf.operations(5)
                    .counted(CLASSES, 5_388, 5_389, 5_390, 5_391, 5_391, 5_392, 5_392)
                    .rounds();

            assertThat(finding("classes:loaded", rounds).kind()).isEqualTo(Kind.RETURNED);
        }

        @Test
        void bytesThatStayAreNoStep() {
            var buffers = new Resource("redis", "omem", Unit.BYTES);
            Rounds rounds = RoundsOf.operations(211)
                    .counted(buffers, 0, MIB, MIB, MIB, MIB, MIB, MIB)
                    .rounds();

            assertThat(finding("redis:omem", rounds).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void whatFiveRoundsDoNotDecideIsWorthMore() {
            Rounds rounds = RoundsOf.operations(211)
                    .firing(4)
                    .counted(THREADS, 0, 2, 2, 4, 4, 4, 4)
                    .rounds();

            assertThat(judge.suspects(rounds)).isTrue();
        }

        @Test
        void riseInTwoOfFiveRoundsIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 0, 30, 30, 60, 60, 60, 60)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(verdict(rounds)).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void riseBelowTwoPercentOfWhatWasInjectedIsTooLittle() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 0, 4, 8, 12, 16, 20, 20)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
        }

        @Test
        void growthIsMeasuredAgainstWhatFiredNotAgainstTheOperations() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(LEASES, 0, 4, 8, 12, 16, 20, 20)
                    .firing(4)
                    .rounds();

            assertThat(finding("leases:prices leased", rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void bytesWithinTheirSlackAreBack() {
            var buffers = new Resource("redis", "omem", Unit.BYTES);
            Rounds rounds = RoundsOf.operations(211)
                    .counted(buffers, 0, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 20_504)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }
    }

    @Nested
    class Collected {

        @Test
        void whatTheCollectorAloneClosesIsALeak() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(SOCKETS, 1, 1, 1, 1, 1, 1, 1)
                    .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0)
                    .rounds();

            Finding finding = judge.judge(rounds).stream()
                    .filter(each -> each.kind() == Kind.COLLECTED)
                    .findFirst()
                    .orElseThrow();
            assertThat(finding.reason())
                    .isEqualTo(
                            "103 were closed by the garbage collection alone, 0.098 per operation, in 5 of 5 rounds");
            assertThat(verdict(rounds)).isEqualTo(Verdict.LEAK);
            assertThat(judge.isBack(rounds)).as("waiting mends nothing").isTrue();
        }

        @Test
        void aFewThatHappenToBeClosedThenAreNot() {
            Rounds rounds = RoundsOf.operations(211)
                    .collected(SOCKETS, 0, 40, 0, 0, 1, 1, 0)
                    .rounds();

            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);
        }

        @Test
        void theTestMayAcceptThem() {
            var accepting = new Judge(
                    Thresholds.DEFAULT,
                    new Bounds(
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            true));
            Rounds rounds = RoundsOf.operations(211)
                    .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0)
                    .rounds();

            assertThat(accepting.judge(rounds)).allMatch(finding -> finding.verdict() == Verdict.CLEAN);
        }
    }

    @Nested
    class Audited {

        @Test
        void growthThatCameInOneRoundIsNotDecided() {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 0, 5, 300, 305, 310, 315, 315)
                    .rounds();

            assertThat(finding("threads:worker-*", rounds).reason())
                    .endsWith("it grew in 5 of 5 rounds, but 295 of the 315 came in a single round");
            assertThat(verdict(rounds)).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void whatIsStillGoingDownIsNotDecided() {
            RoundsOf rounds = RoundsOf.operations(211).counted(THREADS, 0, 40, 80, 120, 160, 200, 90);
            assertThat(verdict(rounds.rounds())).isEqualTo(Verdict.LEAK);

            assertThat(verdict(rounds.neverStill().rounds())).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void classesInAHeapNearItsCeilingAreNotDecided() {
            long full = RoundsOf.MAX_BYTES / 100 * 95;
            Rounds rounds = RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055)
                    .liveBytes(MIB, MIB, MIB, MIB, MIB, full, full)
                    .rounds();

            assertThat(finding("heap:" + OURS, rounds).reason())
                    .endsWith("of the heap is live, near its ceiling: give the subject a larger one");
        }
    }

    @Nested
    class Declared {

        @Test
        void boundIsStrictEvenForASingleStep() {
            var strict = new Judge(
                    Thresholds.DEFAULT,
                    new Bounds(
                            OptionalLong.empty(),
                            OptionalLong.of(0),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            false));
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 8, 9, 9, 9, 9, 9)
                    .rounds();

            assertThat(strict.judge(rounds))
                    .filteredOn(finding -> finding.kind() == Kind.ABOVE_BOUND)
                    .extracting(Finding::name, Finding::reason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "threads bound", "baseline 8, now 9, allowed above the baseline are 0"));
        }

        @Test
        void connectionsAreSocketsAndLeasesButNotListeners() {
            var strict = new Judge(
                    Thresholds.DEFAULT,
                    new Bounds(
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.of(3),
                            OptionalLong.empty(),
                            false));
            Rounds rounds = RoundsOf.operations(211)
                    .counted(LEASES, 0, 0, 0, 0, 0, 0, 2)
                    .counted(Resource.count("sockets", "ESTABLISHED to prices:80"), 1, 1, 1, 1, 1, 1, 3)
                    .counted(Resource.count("sockets", "LISTEN :8080"), 1, 1, 1, 1, 1, 1, 9)
                    .rounds();

            assertThat(strict.judge(rounds))
                    .filteredOn(finding -> finding.kind() == Kind.ABOVE_BOUND)
                    .extracting(Finding::reason)
                    .containsExactly("baseline 1, now 5, allowed above the baseline are 3");
        }
    }

    private Finding finding(String name, Rounds rounds) {
        return judge.judge(rounds).stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Verdict verdict(Rounds rounds) {
        return judge.judge(rounds).stream().map(Finding::verdict).reduce(Verdict.CLEAN, Verdict::and);
    }
}
