package io.scupper.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ClassCount;
import io.scupper.model.Finding;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Interval;
import io.scupper.model.Phase;
import io.scupper.model.Sample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillingRuleTests {

    private static final String OURS = "com.acme.Row";
    private static final long MIB = 1L << 20;

    private final Judge judge = new Judge(Thresholds.DEFAULT, Bounds.NONE);
    private final RoundsOf rounds = RoundsOf.operations(10).instances(OURS, 0, 10, 20, 30, 40, 50, 50);

    /** Growth of one per operation makes 30 to be expected in 30; a fifth of that is none. */
    @Test
    void whatHasComeToRestAfterFillingIsBounded() {
        assertThat(after(0).kind()).isEqualTo(Kind.BOUNDED);
        assertThat(after(6).kind()).isEqualTo(Kind.BOUNDED);
        assertThat(after(7).kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(after(30).reason())
                .endsWith(
                        "; after 200 operations more it still grew by 30 in 30. Let a round have 200 operations or more, to be told"
                                + " which: a fault that brings its own traffic spreads its 'times' over the rounds");
    }

    @Test
    void growthThatNothingWasFilledForIsNotDecided() {
        assertThat(judged(Circumstances.PLAIN).kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(judge.wantsFilling(rounds.rounds())).isTrue();
    }

    @Test
    void longRoundsNeedNoFilling() {
        var enough = RoundsOf.operations(200).instances(OURS, 0, 200, 400, 600, 800, 1_000, 1_000);

        assertThat(judge.wantsFilling(enough.rounds())).isFalse();
    }

    @Test
    void growthThatLiveHeapShowsNeedsNoFilling() {
        rounds.liveBytes(10 * MIB, 12 * MIB, 14 * MIB, 16 * MIB, 18 * MIB, 20 * MIB, 20 * MIB);

        assertThat(judge.wantsFilling(rounds.rounds())).isFalse();
        assertThat(judged(Circumstances.PLAIN).kind()).isEqualTo(Kind.GROWTH);
    }

    /** As a cache of a hundred pages does, which are large enough to be seen in live heap. */
    @Test
    void growthThatLiveHeapShowsIsBoundedTooIfItHasComeToRest() {
        rounds.liveBytes(10 * MIB, 12 * MIB, 14 * MIB, 16 * MIB, 18 * MIB, 20 * MIB, 20 * MIB);

        assertThat(after(0).kind()).isEqualTo(Kind.BOUNDED);
        assertThat(after(30).kind()).isEqualTo(Kind.GROWTH);
    }

    @Test
    void classesOfTheJdkAreNotWorthARound() {
        var few = RoundsOf.operations(10).instances("java.lang.String", 0, 10, 20, 30, 40, 50, 50);

        assertThat(judge.wantsFilling(few.rounds())).isFalse();
    }

    private Finding after(long grown) {
        return judged(
                Circumstances.PLAIN.filled(Optional.of(new Interval(sample(1, 200, 250), sample(2, 30, 250 + grown)))));
    }

    private Finding judged(Circumstances circumstances) {
        return judge.judge(rounds.rounds(), circumstances).stream()
                .filter(finding -> finding.name().endsWith(OURS))
                .findFirst()
                .orElseThrow();
    }

    private static Sample sample(int number, long operations, long instances) {
        return new Sample(
                Phase.FILLING,
                number,
                operations,
                0,
                new Sample.Heap(0, 0, 0, 0),
                Map.of(OURS, new ClassCount(instances, 24 * instances)),
                Map.of(),
                Sample.Rest.QUIET);
    }
}
