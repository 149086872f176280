package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Interval;
import io.scupper.model.Resource;
import io.scupper.model.Rounds;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the judge makes of the rules together; each rule has tests of its own. */
class JudgeTests {

    private static final String OURS = "com.acme.Audit";
    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource LEASES = Resource.count("leases", "prices leased");
    private static final Resource CLASSES = Resource.count(Resource.CLASSES, "loaded");
    private static final Resource SOCKETS = Resource.count("sockets", "ESTABLISHED to prices:80");
    private static final OptionalLong NONE = OptionalLong.empty();

    private final Judge judge = new Judge(Thresholds.DEFAULT, Bounds.NONE);

    @Nested
    class Verdicts {

        @Test
        void worstOfTheFindingsIsTheVerdict() {
            RoundsOf rounds = RoundsOf.operations(211).counted(THREADS, 0, 0, 40, 40, 40, 40, 40);
            assertThat(verdict(rounds)).isEqualTo(Verdict.CLEAN);

            rounds.counted(LEASES, 0, 2, 2, 2, 2, 2, 2);
            assertThat(verdict(rounds)).isEqualTo(Verdict.INCONCLUSIVE);

            rounds.instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055);
            assertThat(verdict(rounds)).isEqualTo(Verdict.LEAK);
        }

        @Test
        void eachThingThatWasMeasuredHasAFindingHeapFirst() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 8, 8, 8, 8, 8, 8)
                    .counted(LEASES, 0, 0, 0, 0, 0, 0, 0)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055);

            assertThat(judge.judge(rounds.rounds()))
                    .extracting(Finding::name)
                    .containsExactly("heap", "heap:" + OURS, LEASES.label(), THREADS.label());
        }

        @Test
        void whatTheCollectorClosesIsAFindingBesideItsCount() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(SOCKETS, 1, 1, 1, 1, 1, 1, 1)
                    .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0);

            assertThat(judge.judge(rounds.rounds()))
                    .filteredOn(finding -> finding.name().equals(SOCKETS.label()))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.RETURNED, Kind.COLLECTED);
        }

        @Test
        void theTestMayAcceptWhatTheCollectorCloses() {
            var accepting = new Judge(Thresholds.DEFAULT, new Bounds(NONE, NONE, NONE, NONE, true));
            RoundsOf rounds = RoundsOf.operations(211).collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0);

            assertThat(accepting.judge(rounds.rounds())).allMatch(finding -> finding.verdict() == Verdict.CLEAN);
        }

        @Test
        void suspicionThatWasNotFollowedIsNotDecidedUnlessItIsCounted() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(THREADS, 0, 211, 422, 633, 844, 1_055, 1_055)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055);

            assertThat(judge.judge(rounds.rounds(), Circumstances.PLAIN.unfollowed()))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.RETURNED, Kind.UNDECIDED, Kind.GROWTH);
        }
    }

    @Nested
    class Suspicions {

        @Test
        void classThatGrowsIsASuspicion() {
            assertThat(suspicions(RoundsOf.operations(211)
                            .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055)
                            .rounds()))
                    .containsExactly("heap:" + OURS);
        }

        @Test
        void countThatIsNotDecidedIsASuspicion() {
            assertThat(suspicions(threads(0, 30, 30, 60, 60, 60, 60))).containsExactly(THREADS.label());
        }

        @Test
        void countThatIsDecidedIsNoSuspicion() {
            assertThat(suspicions(threads(0, 0, 40, 40, 40, 40, 40))).isEmpty();
            assertThat(suspicions(threads(0, 211, 422, 633, 844, 1_055, 1_055))).isEmpty();
        }

        private List<String> suspicions(Rounds rounds) {
            return judge.suspicions(rounds, Circumstances.PLAIN);
        }
    }

    @Nested
    class WantingAPath {

        private static final RoundsOf BYTES =
                RoundsOf.operations(211).instances("[B", 0, 211, 422, 633, 844, 1_055, 1_055);

        @Test
        void classOfTheJdkThatGrowsAsALeakDoesIsOneIfAPathSaysSo() {
            assertThat(judge.wantingAPath(BYTES.rounds(), Circumstances.PLAIN))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.name()).isEqualTo("heap:[B");
                        assertThat(finding.kind()).isEqualTo(Finding.Kind.GROWTH);
                        assertThat(finding.reason())
                                .isEqualTo("+1.000 instances per operation over 5 rounds [211, 211, 211, 211, 211],"
                                        + " still held after settling");
                    });
        }

        @Test
        void whatWasNotFollowedOrHasNearlyFilledTheHeapOrIsTheApplicationsWantsNone() {
            assertThat(judge.wantingAPath(BYTES.rounds(), Circumstances.PLAIN.unfollowed()))
                    .isEmpty();
            assertThat(judge.wantingAPath(
                            RoundsOf.operations(211)
                                    .instances("[B", 0, 211, 422, 633, 844, 1_055, 1_055)
                                    .maxBytes(RoundsOf.LIVE)
                                    .rounds(),
                            Circumstances.PLAIN))
                    .isEmpty();
            assertThat(judge.wantingAPath(
                            RoundsOf.operations(211)
                                    .instances("com.acme.Order", 0, 211, 422, 633, 844, 1_055, 1_055)
                                    .rounds(),
                            Circumstances.PLAIN))
                    .isEmpty();
        }

        @Test
        void bytesThatALongerRoundDoesNotBearOutWantNone() {
            var longer =
                    RoundsOf.operations(317).instances("[B", 1_055, 900, 900).rounds();

            assertThat(judge.wantingAPath(
                            BYTES.rounds(),
                            Circumstances.PLAIN.with(Optional.of(new Interval(
                                    longer.baseline(), longer.armed().get(0).sample())))))
                    .isEmpty();
        }
    }

    @Nested
    class Back {

        @Test
        void everythingIsBackWhenAllFindingsAreClean() {
            assertThat(judge.isBack(threads(8, 219, 430, 641, 852, 1_063, 8), Circumstances.PLAIN))
                    .isTrue();
            assertThat(judge.isBack(threads(0, 0, 40, 40, 40, 40, 40), Circumstances.PLAIN))
                    .isTrue();
        }

        @Test
        void whatMayStillComeBackIsNotBack() {
            assertThat(judge.isBack(threads(0, 211, 422, 633, 844, 1_055, 1_055), Circumstances.PLAIN))
                    .isFalse();
            assertThat(judge.isBack(threads(0, 30, 30, 60, 60, 60, 60), Circumstances.PLAIN))
                    .isFalse();
        }

        @Test
        void waitingMendsNothingThatTheCollectorClosed() {
            assertThat(judge.isBack(
                            RoundsOf.operations(211)
                                    .counted(SOCKETS, 1, 1, 1, 1, 1, 1, 1)
                                    .collected(SOCKETS, 0, 21, 20, 22, 21, 19, 0)
                                    .rounds(),
                            Circumstances.PLAIN))
                    .isTrue();
        }

        @Test
        void whatIsAboveItsDeclaredBoundIsNotBack() {
            var strict = new Judge(Thresholds.DEFAULT, threadsWithin(39));

            assertThat(strict.isBack(threads(0, 0, 40, 40, 40, 40, 40), Circumstances.PLAIN))
                    .isFalse();
        }
    }

    @Nested
    class AtBaseline {

        @Test
        void countAtOrBelowItIsAtBaseline() {
            assertThat(isAtBaseline(Map.of(THREADS, 8L))).isTrue();
            assertThat(isAtBaseline(Map.of(THREADS, 7L))).isTrue();
            assertThat(isAtBaseline(Map.of(THREADS, 9L))).isFalse();
        }

        @Test
        void loadedClassesHaveTheirSlack() {
            assertThat(isAtBaseline(Map.of(CLASSES, 2_010L))).isTrue();
            assertThat(isAtBaseline(Map.of(CLASSES, 2_011L))).isFalse();
        }

        @Test
        void oneCountAboveItIsEnough() {
            assertThat(isAtBaseline(Map.of(THREADS, 8L, CLASSES, 2_000L))).isTrue();
            assertThat(isAtBaseline(Map.of(THREADS, 9L, CLASSES, 2_000L))).isFalse();
            assertThat(isAtBaseline(Map.of(THREADS, 8L, CLASSES, 2_011L))).isFalse();
        }

        @Test
        void whatWasNotThereBeforeIsAboveIt() {
            assertThat(isAtBaseline(Map.of(LEASES, 0L))).isTrue();
            assertThat(isAtBaseline(Map.of(LEASES, 1L))).isFalse();
        }

        private boolean isAtBaseline(Map<Resource, Long> counts) {
            Rounds rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 8, 8)
                    .counted(CLASSES, 2_000, 2_000, 2_000)
                    .rounds();
            return judge.isAtBaseline(rounds.baseline(), counts);
        }
    }

    @Nested
    class Declared {

        @Test
        void boundIsStrictEvenForASingleStep() {
            Finding finding =
                    declared(threadsWithin(0), RoundsOf.operations(211).counted(THREADS, 8, 8, 9, 9, 9, 9, 9));

            assertThat(finding.name()).isEqualTo("threads bound");
            assertThat(finding.kind()).isEqualTo(Kind.ABOVE_BOUND);
            assertThat(finding.reason()).isEqualTo("baseline 8, now 9, allowed above the baseline are 0");
        }

        @Test
        void asManyAsTheBoundAllowsAreWithinIt() {
            RoundsOf rounds = RoundsOf.operations(200).counted(THREADS, 8, 10, 11, 12, 13, 13, 13);

            assertThat(declared(threadsWithin(5), rounds).kind()).isEqualTo(Kind.RETURNED);
            assertThat(declared(threadsWithin(4), rounds).kind()).isEqualTo(Kind.ABOVE_BOUND);
            assertThat(declared(threadsWithin(5), rounds).perOperation()).isEqualTo(0.005);
        }

        @Test
        void threadsAreNothingButThreads() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(THREADS, 8, 8, 8, 8, 8, 8, 8)
                    .counted(CLASSES, 2_000, 2_001, 2_001, 2_001, 2_001, 2_001, 2_001);

            assertThat(declared(threadsWithin(0), rounds).reason())
                    .isEqualTo("baseline 8, now 8, allowed above the baseline are 0");
        }

        @Test
        void connectionsAreSocketsAndLeasesButNotListeners() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(LEASES, 0, 0, 0, 0, 0, 0, 2)
                    .counted(SOCKETS, 1, 1, 1, 1, 1, 1, 3)
                    .counted(Resource.count("sockets", "LISTEN :8080"), 1, 1, 1, 1, 1, 1, 9)
                    .counted(THREADS, 8, 8, 8, 8, 8, 8, 8);

            Finding finding = declared(new Bounds(NONE, NONE, OptionalLong.of(3), NONE, false), rounds);

            assertThat(finding.name()).isEqualTo("connections bound");
            assertThat(finding.kind()).isEqualTo(Kind.ABOVE_BOUND);
            assertThat(finding.reason()).isEqualTo("baseline 1, now 5, allowed above the baseline are 3");
        }

        @Test
        void descriptorsAreAllDescriptorsAndNothingElse() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(Resource.count("descriptors", "file"), 3, 3, 3, 3, 3, 3, 5)
                    .counted(Resource.count("descriptors", "socket"), 4, 4, 4, 4, 4, 4, 4)
                    .counted(THREADS, 8, 8, 8, 8, 8, 8, 8);

            Finding finding = declared(new Bounds(NONE, NONE, NONE, OptionalLong.of(1), false), rounds);

            assertThat(finding.name()).isEqualTo("descriptors bound");
            assertThat(finding.reason()).isEqualTo("baseline 7, now 9, allowed above the baseline are 1");
        }

        @Test
        void heapIsThatWhichIsLive() {
            long live = 10L << 20;
            RoundsOf rounds = RoundsOf.operations(211).liveBytes(live, live, live, live, live, live, live + 1_025);

            Finding finding = declared(new Bounds(OptionalLong.of(1_024), NONE, NONE, NONE, false), rounds);

            assertThat(finding.name()).isEqualTo("heap bound");
            assertThat(finding.unit()).isEqualTo(Unit.BYTES);
            assertThat(finding.kind()).isEqualTo(Kind.ABOVE_BOUND);
            assertThat(finding.reason()).isEqualTo("baseline 10 MiB, now 10 MiB, allowed above the baseline are 1 KiB");
        }

        private Finding declared(Bounds bounds, RoundsOf typed) {
            List<Finding> findings = new Judge(Thresholds.DEFAULT, bounds).judge(typed.rounds());
            return findings.get(findings.size() - 1);
        }
    }

    private static Bounds threadsWithin(long bound) {
        return new Bounds(NONE, OptionalLong.of(bound), NONE, NONE, false);
    }

    private static Rounds threads(long... counts) {
        return RoundsOf.operations(211).counted(THREADS, counts).rounds();
    }

    private Verdict verdict(RoundsOf typed) {
        return judge.judge(typed.rounds()).stream().map(Finding::verdict).reduce(Verdict.CLEAN, Verdict::and);
    }
}
