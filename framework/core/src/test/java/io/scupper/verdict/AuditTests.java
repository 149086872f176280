package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditTests {

    private static final String OURS = "com.acme.Audit";
    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final Resource SOCKETS = Resource.count("sockets", "ESTABLISHED to prices:80");
    private static final Resource LEASES = Resource.count("leases", "prices leased");
    private static final long MIB = 1L << 20;

    private final Judge judge = new Judge(Thresholds.DEFAULT, Bounds.NONE);

    @Nested
    class Spikes {

        @Test
        void twoThirdsInOneRoundAreBelievedAndMoreAreNot() {
            assertThat(threads(0, 25, 50, 75, 275, 300, 300).kind()).isEqualTo(Kind.GROWTH);

            Finding spike = threads(0, 25, 50, 75, 276, 300, 300);
            assertThat(spike.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(spike.reason())
                    .isEqualTo(
                            "baseline 0, now 300; it grew in 5 of 5 rounds, but 201 of the 300 came in a single round");
        }

        @Test
        void whatWasGivenBackInBetweenIsNoGrowth() {
            assertThat(threads(0, 60, 70, 80, 90, 70, 70).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void leasesThatArePutOutInOneRoundAreBelieved() {
            RoundsOf rounds =
                    RoundsOf.operations(211).firingOnlyInTheFirst(1, 5).counted(LEASES, 0, 5, 5, 5, 5, 5, 5);

            assertThat(finding(LEASES.label(), rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void theSpikeOfAnotherResourceIsNoDoubt() {
            RoundsOf rounds = RoundsOf.operations(211)
                    .counted(SOCKETS, 0, 5, 300, 305, 310, 315, 315)
                    .counted(THREADS, 0, 60, 120, 180, 240, 300, 300);

            assertThat(finding(SOCKETS.label(), rounds).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding(THREADS.label(), rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void onlyALeakIsDoubted() {
            assertThat(threads(0, 0, 40, 40, 40, 40, 40).kind()).isEqualTo(Kind.STEP);
        }
    }

    @Nested
    class GoingDown {

        @Test
        void whatStillGoesDownWhenItIsReadIsNotDecided() {
            Finding finding = finding(
                    THREADS.label(),
                    RoundsOf.operations(211).neverStill().counted(THREADS, 0, 40, 80, 120, 160, 200, 199));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason())
                    .isEqualTo("baseline 0, now 199; it grew in 5 of 5 rounds, "
                            + "but it was still going down when it was read: give it longer with within");
        }

        @Test
        void whatMovesButIsNoLowerIsBelieved() {
            RoundsOf rounds = RoundsOf.operations(211).neverStill().counted(THREADS, 0, 40, 80, 120, 160, 200, 200);

            assertThat(finding(THREADS.label(), rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void classThatStillGoesDownIsNotDecidedEither() {
            RoundsOf rounds = RoundsOf.operations(211).instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_054);

            assertThat(finding("heap:" + OURS, rounds).kind()).isEqualTo(Kind.GROWTH);
            assertThat(finding("heap:" + OURS, rounds.neverStill()).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void whatIsLowerButAtRestIsBelieved() {
            assertThat(threads(0, 40, 80, 120, 160, 200, 90).kind()).isEqualTo(Kind.GROWTH);
        }
    }

    @Nested
    class Ceiling {

        @Test
        void heapOfWhichNinetyPercentAreLiveIsBelievedAndMoreIsNot() {
            assertThat(classes(900 * MIB, 1_000 * MIB).kind()).isEqualTo(Kind.GROWTH);

            Finding full = classes(950 * MIB, 1_000 * MIB);
            assertThat(full.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(full.reason())
                    .endsWith("still held after settling, "
                            + "but 95 % of the heap is live, near its ceiling: give the subject a larger one");
            assertThat(classes(900 * MIB + 1, 1_000 * MIB).kind()).isEqualTo(Kind.UNDECIDED);
        }

        @Test
        void heapWithoutACeilingIsNotNearIt() {
            assertThat(classes(900 * MIB, 0).kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void fullHeapIsNoDoubtAboutThreads() {
            RoundsOf rounds =
                    RoundsOf.operations(211).maxBytes(RoundsOf.LIVE).counted(THREADS, 0, 40, 80, 120, 160, 200, 200);

            assertThat(finding(THREADS.label(), rounds).kind()).isEqualTo(Kind.GROWTH);
        }

        private Finding classes(long live, long max) {
            return finding(
                    "heap:" + OURS,
                    RoundsOf.operations(211)
                            .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055)
                            .liveBytes(live, live, live, live, live, live, live)
                            .maxBytes(max));
        }
    }

    @Nested
    class SoftReferences {

        @Test
        void aTenthAsManyAsInstancesMayHoldThemAndFewerMayNot() {
            assertThat(classes(9, 29, 49, 69, 89, 109, 109).kind())
                    .as("20 for 211 in each round")
                    .isEqualTo(Kind.GROWTH);

            Finding soft = classes(9, 31, 53, 75, 97, 119, 119);
            assertThat(soft.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(soft.reason())
                    .endsWith(", but 110 soft references came with it, and this JVM keeps what they hold while it has"
                            + " memory to spare: start it with -XX:SoftRefLRUPolicyMSPerMB=0");
        }

        @Test
        void liveHeapIsNoLeakWithoutThem() {
            Finding heap = finding("heap", growing().soft(0, 211, 422, 633, 844, 1_055, 1_055));

            assertThat(heap.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(heap.reason()).endsWith(", with classes of which none is known to leak");
            assertThat(finding("heap", growing()).kind()).isEqualTo(Kind.GROWTH);
        }

        private Finding classes(long... soft) {
            return finding("heap:" + OURS, growing().soft(soft));
        }

        private RoundsOf growing() {
            return RoundsOf.operations(211)
                    .instances(OURS, 0, 211, 422, 633, 844, 1_055, 1_055)
                    .liveBytes(100 * MIB, 110 * MIB, 120 * MIB, 130 * MIB, 140 * MIB, 150 * MIB, 150 * MIB);
        }
    }

    private Finding threads(long... counts) {
        return finding(THREADS.label(), RoundsOf.operations(211).counted(THREADS, counts));
    }

    private Finding finding(String name, RoundsOf typed) {
        return find(name, judge.judge(typed.rounds()));
    }

    private static Finding find(String name, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
