package io.scupper.examples.corpus.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 33, 99})
    void soManyOfEachHundredForgetWhereTheyLieEvenly(int percent) {
        var draw = new Draw(Pattern.EVEN, percent, 1);

        assertThat(forgotten(draw, 0, 100)).isEqualTo(percent);
        assertThat(forgotten(draw, 250, 100)).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void aboutSoManyForgetWhereTheyAreDrawn(int percent) {
        var draw = new Draw(Pattern.DRAWN, percent, 7);

        // Four standard deviations of 100,000 draws are at most 632.
        assertThat((double) forgotten(draw, 0, 100_000)).isEqualTo(1_000.0 * percent, Offset.offset(632.0));
    }

    @Test
    void drawsAreTheSameForTheSameSeedAndOthersForAnother() {
        var draw = new Draw(Pattern.DRAWN, 10, 7);
        var same = new Draw(Pattern.DRAWN, 10, 7);
        var other = new Draw(Pattern.DRAWN, 10, 8);

        assertThat(LongStream.range(0, 500).filter(n -> draw.forgets(n) != same.forgets(n)))
                .isEmpty();
        assertThat(LongStream.range(0, 500).filter(n -> draw.forgets(n) != other.forgets(n)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noneForgetAtNoneAndAllAtAHundred(Pattern pattern) {
        assertThat(forgotten(new Draw(pattern, 0, 1), 0, 1_000)).isZero();
        assertThat(forgotten(new Draw(pattern, 100, 1), 0, 1_000)).isEqualTo(1_000);
    }

    @Test
    void aShareOfMoreThanAllIsRefused() {
        assertThatThrownBy(() -> new Draw(Pattern.EVEN, 101, 1))
                .hasMessage("The share is 101 %, allowed is 0 to 100 %.");
    }

    private static long forgotten(Draw draw, long from, long count) {
        return LongStream.range(from, from + count).filter(draw::forgets).count();
    }
}
