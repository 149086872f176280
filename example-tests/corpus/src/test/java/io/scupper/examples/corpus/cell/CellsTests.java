package io.scupper.examples.corpus.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellsTests {

    private static final List<Jdk> JDKS = List.of(
            new Jdk(17, Path.of("old"), List.of(Collector.SERIAL, Collector.G1)),
            new Jdk(25, Path.of("new"), List.of(Collector.ZGC)));

    @Test
    void noTwoCellsHaveTheSameId() {
        List<Cell> cells = new Cells(EnumSet.allOf(Pattern.class), 1, 3).on(JDKS);

        assertThat(cells).extracting(Cell::id).doesNotHaveDuplicates();
    }

    @Test
    void thereAreAtLeastAsManyHealthyCellsAsLeakyOnes() {
        List<Cell> cells = new Cells(Set.of(Pattern.DRAWN), 1, 1).on(JDKS);

        long leaky = cells.stream().filter(Cell::leaks).count();
        // Eleven kinds at three rates on three collectors.
        assertThat(leaky).isEqualTo(11 * 3 * 3);
        assertThat(cells.size() - leaky).isGreaterThanOrEqualTo(leaky);
    }

    @Test
    void whatLeaksOnOneOperationInAHundredHasATwinWithAsManyOperations() {
        List<Cell> cells = new Cells(Set.of(Pattern.DRAWN), 1, 1).on(JDKS);

        assertThat(cells).filteredOn(cell -> cell.percent() == 1).allMatch(cell -> cell.operations() == 1_009);
        for (Kind kind : Arrays.stream(Kind.values()).filter(Kind::takes).toList()) {
            assertThat(cells)
                    .filteredOn(cell -> cell.kind() == kind && !cell.leaks())
                    .extracting(Cell::operations)
                    .contains(211, 1_009);
        }
    }

    @Test
    void theSeedDecidesTheOrder() {
        var cells = new Cells(Set.of(Pattern.DRAWN), 1, 1);

        assertThat(cells.on(JDKS)).isEqualTo(cells.on(JDKS));
        assertThat(new Cells(Set.of(Pattern.DRAWN), 2, 1).on(JDKS))
                .extracting(Cell::kind)
                .isNotEqualTo(cells.on(JDKS).stream().map(Cell::kind).toList());
    }

    @Test
    void anIdSaysAllThatACellIs() {
        assertThat(new Cell(Kind.TIMER, 10, Pattern.DRAWN, 211, Collector.G1, 17, 1, 1).id())
                .isEqualTo("leaky/timer/10%-drawn/211/g1/jdk17/seed1/run1");
        assertThat(new Cell(Kind.TIMER, 0, Pattern.EVEN, 1_009, Collector.ZGC, 25, 3, 2).id())
                .isEqualTo("healthy/timer/remedied/1009/zgc/jdk25/seed3/run2");
        assertThat(new Cell(Kind.SOFT_CACHE, 0, Pattern.EVEN, 211, Collector.SERIAL, 17, 1, 1).id())
                .isEqualTo("healthy/soft-cache/growing-for-a-while/211/serial/jdk17/seed1/run1");
    }
}
