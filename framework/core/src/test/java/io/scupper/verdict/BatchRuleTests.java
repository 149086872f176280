package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ClassCount;
import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Interval;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchRuleTests {

    private static final String OURS = "com.acme.Row";
    private static final Resource THREADS = Resource.count("threads", "worker-*");
    private static final long MIB = 1L << 20;

    private final Judge judge = new Judge(Thresholds.DEFAULT, Bounds.NONE);

    @Nested
    class LongerRound {

        /** Growth of 40 in each round of 200 makes 60 to be expected in one of 300; 30 and 4 times its root are tolerated. */
        @Test
        void growthThatDoesNotGoWithTheOperationsIsNotDecided() {
            assertThat(after(60).kind()).isEqualTo(Kind.GROWTH);
            assertThat(after(60 + 60).kind()).isEqualTo(Kind.GROWTH);
            assertThat(after(60 + 61).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(after(0).kind()).isEqualTo(Kind.GROWTH);
            assertThat(after(-1).kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(after(-160).reason())
                    .endsWith(", but it grew by -160 in a round of 300 operations, where 60 were to be expected:"
                            + " it may come and go in batches");
        }

        @Test
        void growthThatScatteredMayScatterTwiceAsMuch() {
            assertThat(judged(longer(60 + 61), 0, 40, 80, 120, 160, 201, 201).kind())
                    .isEqualTo(Kind.GROWTH);
        }

        @Test
        void itSaysNothingAboutLiveHeapAndThreads() {
            RoundsOf rounds = RoundsOf.operations(200)
                    .counted(THREADS, 0, 40, 80, 120, 160, 200, 200)
                    .instances(OURS, 0, 40, 80, 120, 160, 200, 200)
                    .liveBytes(100 * MIB, 110 * MIB, 120 * MIB, 130 * MIB, 140 * MIB, 150 * MIB, 150 * MIB);

            assertThat(judge.judge(rounds.rounds(), longer(60)))
                    .extracting(Finding::kind)
                    .containsOnly(Kind.GROWTH);
        }

        @Test
        void onlyWhatItDoesNotBearOutIsSuspectedOfBatches() {
            var rounds = RoundsOf.operations(200)
                    .instances(OURS, 0, 40, 80, 120, 160, 200, 200)
                    .rounds();

            assertThat(judge.suspectsBatches(rounds, Circumstances.PLAIN)).isFalse();
            assertThat(judge.suspectsBatches(rounds, longer(60))).isFalse();
            assertThat(judge.suspectsBatches(rounds, longer(-160))).isTrue();
        }
    }

    @Nested
    class UnevenRounds {

        @Test
        void classThatOnlyComesAndGoesIsNoLeak() {
            Finding finding = judged(longer(-160).with(uneven(150, 40, 180, 20, 90, 10, 130, 60, 170, 30, 110, 80)));

            assertThat(finding.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
            assertThat(finding.reason())
                    .contains(
                            "where 60 were to be expected; over rounds of ever other lengths it comes and goes by up to"
                                    + " 170 instances, and does not grow by more than 0.0");
        }

        @Test
        void classThatAlsoGrowsIsNotDecided() {
            Finding finding =
                    judged(longer(-160).with(uneven(150, 70, 240, 110, 210, 160, 310, 270, 410, 300, 410, 410)));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason()).contains("beneath which it may grow by up to 0.1");
        }

        /** The rounds have 300, 600, 300, 600 … operations: growth on each of them is a straight line over operations only. */
        @Test
        void growthIsMeasuredByOperationsAndNotByRounds() {
            var levels = new ArrayList<Sample>();
            long at = 0;
            for (int i = 0; i < 12; i++) {
                long operations = i % 2 == 0 ? 300 : 600;
                at += operations / 15;
                levels.add(sample(operations, at));
            }

            Finding finding = judged(longer(-160).with(levels));

            assertThat(finding.kind()).isEqualTo(Kind.UNDECIDED);
            assertThat(finding.reason()).endsWith("it may grow by up to 0.067 per operation");
        }

        @Test
        void theySayNothingOfWhatTheLongerRoundBearsOut() {
            Finding finding = judged(longer(60).with(uneven(150, 40, 180, 20, 90, 10, 130, 60, 170, 30, 110, 80)));

            assertThat(finding.kind()).isEqualTo(Kind.GROWTH);
        }

        /** Of the 200 that came 50 are left: too few for a leak, too many to be back. */
        @Test
        void classOfWhichSomeIsLeftOnlyComesAndGoesToo() {
            long[] counts = {0, 40, 80, 120, 160, 200, 50};
            var uneven = uneven(150, 40, 180, 20, 90, 10, 130, 60, 170, 30, 110, 80);

            assertThat(judged(longer(-160).with(uneven), counts).kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
            assertThat(judged(longer(-160), counts).reason()).endsWith("of 200 instances 50 are left");
        }

        @Test
        void whatComesAndGoesNeedNotBeWaitedFor() {
            var rounds = RoundsOf.operations(200)
                    .instances(OURS, 0, 40, 80, 120, 160, 200, 200)
                    .rounds();
            var circumstances = longer(-160).with(uneven(150, 40, 180, 20, 90, 10, 130, 60, 170, 30, 110, 80));

            assertThat(judge.isBack(rounds, circumstances)).isTrue();
            assertThat(judge.isBack(rounds, Circumstances.PLAIN)).isFalse();
        }

        private List<Sample> uneven(long... levels) {
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < levels.length; i++) {
                samples.add(sample(300 + 37L * i % 200, levels[i]));
            }
            return samples;
        }
    }

    private Finding after(long grown) {
        return judged(longer(grown));
    }

    private Finding judged(Circumstances circumstances) {
        return judged(circumstances, 0, 40, 80, 120, 160, 200, 200);
    }

    private Finding judged(Circumstances circumstances, long... counts) {
        var rounds = RoundsOf.operations(200).instances(OURS, counts).rounds();
        return judge.judge(rounds, circumstances).stream()
                .filter(finding -> finding.name().equals("heap:" + OURS))
                .findFirst()
                .orElseThrow();
    }

    private static Circumstances longer(long grown) {
        return Circumstances.PLAIN.with(Optional.of(new Interval(sample(200, 200), sample(300, 200 + grown))));
    }

    private static Sample sample(long operations, long instances) {
        return new Sample(
                Phase.UNEVEN,
                1,
                operations,
                0,
                new Sample.Heap(0, 0, 0, 0),
                Map.of(OURS, new ClassCount(instances, instances * 64)),
                Map.of(),
                Sample.Rest.QUIET);
    }
}
