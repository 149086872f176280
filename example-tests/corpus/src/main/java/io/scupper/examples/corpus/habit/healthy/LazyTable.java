package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A table of so many parts, each made when it is first asked for and kept from then on. Some parts are asked for far more
 * often than others, so that new ones keep coming for long, and ever more seldom.
 */
public final class LazyTable implements Habit {

    private static final int CELLS = 8;

    private final SplittableRandom asked;
    private final @Nullable Part[] parts;

    /** Makes a table that nothing has been asked of. */
    public LazyTable(int parts, long seed) {
        this.parts = new @Nullable Part[parts];
        this.asked = new SplittableRandom(seed);
    }

    @Override
    public Taken take(long operation) {
        // The square of a uniform draw: the first tenth of the parts gets a third of the questions.
        int index = (int) (parts.length * Math.pow(asked.nextDouble(), 2));
        if (parts[index] == null) {
            parts[index] = new Part();
        }
        return NOTHING;
    }

    private static final class Part {

        final Cell[] cells = new Cell[CELLS];

        Part() {
            for (int i = 0; i < CELLS; i++) {
                cells[i] = new Cell(i);
            }
        }
    }

    private record Cell(int index) {}
}
