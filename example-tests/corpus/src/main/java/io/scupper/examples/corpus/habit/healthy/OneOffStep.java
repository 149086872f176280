package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.ArrayList;
import java.util.List;

/** Reads its reference data once, in the middle of the rounds, and keeps it. */
public final class OneOffStep implements Habit {

    private static final int BYTES = 1 << 10;

    private final List<Row> rows = new ArrayList<>();
    private final long at;
    private final int count;

    /** Makes one that reads so many rows of 1 KiB at this operation. */
    public OneOffStep(long at, int count) {
        this.at = at;
        this.count = count;
    }

    @Override
    public Taken take(long operation) {
        for (int i = 0; operation == at && i < count; i++) {
            rows.add(new Row(new byte[BYTES]));
        }
        return NOTHING;
    }

    private record Row(byte[] text) {}
}
