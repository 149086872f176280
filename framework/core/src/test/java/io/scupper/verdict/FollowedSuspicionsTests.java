package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which suspicions on the heap are worth more rounds, and what becomes of one that did not get them. */
class FollowedSuspicionsTests {

    private static final String OURS = "com.acme.Audit";
    private static final long MIB = 1L << 20;

    private final HeapRule rule = new HeapRule(Thresholds.DEFAULT);

    @Nested
    class NotFollowed {

        @Test
        void leakIsNotDecidedThen() {
            RoundsOf rounds = RoundsOf.operations(200)
                    .liveBytes(50 * MIB, 52 * MIB, 54 * MIB, 56 * MIB, 58 * MIB, 60 * MIB, 60 * MIB)
                    .instances(OURS, 0, 200, 400, 600, 800, 1_000, 1_000);

            assertThat(rule.judge(rounds.rounds(), Circumstances.PLAIN.unfollowed()))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.UNDECIDED, Kind.UNDECIDED);
            assertThat(rule.judge(rounds.rounds(), Circumstances.PLAIN.unfollowed())
                            .get(1)
                            .reason())
                    .endsWith(
                            "still held after settling, but not followed for long enough to tell a leak from a cache");
        }

        @Test
        void whatIsGivenUpIsCleanNevertheless() {
            RoundsOf rounds = RoundsOf.operations(200).instances(OURS, 0, 200, 400, 600, 800, 1_000, 0);

            assertThat(rule.judge(rounds.rounds(), Circumstances.PLAIN.unfollowed()))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.RETURNED, Kind.RETURNED);
        }
    }

    @Nested
    class WorthMore {

        @Test
        void suspectsAreWorthMoreRounds() {
            assertThat(isWorthMore(OURS, 0, 200, 400, 600, 800, 1_000, 1_000)).isTrue();
            assertThat(isWorthMore("[B", 0, 200, 400, 600, 800, 1_000, 1_000)).isTrue();
            assertThat(isWorthMore(OURS, 0, 200, 400, 600, 800, 1_000, 900, 1_100, 1_300, 1_300))
                    .isTrue();
        }

        @Test
        void whatCameToRestOrNeverGrewIsNotWorthMore() {
            assertThat(isWorthMore(OURS, 0, 200, 400, 600, 800, 1_000, 1_000, 1_000, 1_000, 1_000))
                    .isFalse();
            assertThat(isWorthMore(OURS, 7, 7, 7, 7, 7, 7, 7)).isFalse();
        }

        @Test
        void inShortRoundsClassesOfTheApplicationAlone() {
            assertThat(rule.worthMore(
                            RoundsOf.operations(8)
                                    .instances(OURS, 0, 8, 16, 24, 32, 40, 40)
                                    .rounds(),
                            Circumstances.PLAIN))
                    .isNotEmpty();
            assertThat(rule.worthMore(
                            RoundsOf.operations(8)
                                    .instances("[B", 0, 8, 16, 24, 32, 40, 40)
                                    .rounds(),
                            Circumstances.PLAIN))
                    .isEmpty();
        }

        private boolean isWorthMore(String name, long... counts) {
            return rule.worthMore(
                            RoundsOf.operations(200).instances(name, counts).rounds(), Circumstances.PLAIN)
                    .findAny()
                    .isPresent();
        }
    }
}
