package io.scupper.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.heap.dump.Outline.Segment;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionsTests {

    private static final Segment FIRST = new Segment(100, 200);
    private static final Segment EMPTY = new Segment(200, 300);
    private static final Segment LAST = new Segment(300, 400);

    private final Regions regions = new Regions();

    @Test
    void aRegionIsReadForWhatLiesFromItsFirstObjectToItsLast() {
        IntStream.of(7, 5, 9).forEach(regions::object);
        regions.end(FIRST);
        regions.end(EMPTY);
        regions.object(20);
        regions.end(LAST);

        assertThat(of(5)).containsExactly(FIRST);
        assertThat(of(9)).containsExactly(FIRST);
        assertThat(of(20)).containsExactly(LAST);
        assertThat(of(4, 10, 19, 21)).isEmpty();
        assertThat(of(4, 8, 20)).containsExactly(FIRST, LAST);
        assertThat(of()).isEmpty();
    }

    private List<Segment> of(int... numbers) {
        var objects = new BitSet();
        IntStream.of(numbers).forEach(objects::set);
        return regions.of(objects);
    }
}
