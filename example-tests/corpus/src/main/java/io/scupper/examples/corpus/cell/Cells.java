package io.scupper.examples.corpus.cell;

import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * All cells: each kind at each rate on each collector of each JDK.
 *
 * @param patterns how leaking operations lie where not all of them leak
 * @param runs of each healthy cell
 */
public record Cells(Set<Pattern> patterns, long seed, int runs) {

    /** A prime, and enough for what one operation in ten does. */
    static final int OPERATIONS = 211;

    /** A prime, and enough for what one operation in a hundred does. */
    static final int MANY_OPERATIONS = 1_009;

    private static final int[] PERCENT = {100, 10, 1};

    public Cells {
        patterns = Set.copyOf(patterns);
    }

    /** Returns them in an order that the seed decides, so that what is there of an interrupted run is a fair sample. */
    public List<Cell> on(Collection<Jdk> jdks) {
        var cells = new ArrayList<Cell>();
        for (Jdk jdk : jdks) {
            for (Collector collector : jdk.collectors()) {
                for (Kind kind : Kind.values()) {
                    healthy(cells, kind, collector, jdk);
                    if (kind.takes()) {
                        leaky(cells, kind, collector, jdk);
                    }
                }
            }
        }
        Collections.shuffle(cells, new Random(seed));
        return cells;
    }

    private void leaky(List<Cell> cells, Kind kind, Collector collector, Jdk jdk) {
        for (int percent : PERCENT) {
            int operations = percent == 1 ? MANY_OPERATIONS : OPERATIONS;
            // Where all leak there is nothing to draw.
            for (Pattern pattern : percent == 100 ? Set.of(Pattern.EVEN) : patterns) {
                cells.add(new Cell(kind, percent, pattern, operations, collector, jdk.feature(), seed, 1));
            }
        }
    }

    private void healthy(List<Cell> cells, Kind kind, Collector collector, Jdk jdk) {
        for (int run = 1; run <= runs; run++) {
            cells.add(new Cell(kind, 0, Pattern.EVEN, OPERATIONS, collector, jdk.feature(), seed, run));
            if (kind.takes()) {
                cells.add(new Cell(kind, 0, Pattern.EVEN, MANY_OPERATIONS, collector, jdk.feature(), seed, run));
            }
        }
    }
}
