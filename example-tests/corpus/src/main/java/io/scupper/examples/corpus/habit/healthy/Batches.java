package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.ArrayList;
import java.util.List;

/** Gathers records and writes them off in batches: what is held goes up and down like a saw, out of step with the rounds. */
public final class Batches implements Habit {

    private final List<Row> gathered = new ArrayList<>();
    private final int size;

    /** Makes batches of this size. */
    public Batches(int size) {
        this.size = size;
    }

    @Override
    public Taken take(long operation) {
        gathered.add(new Row(operation));
        if (gathered.size() == size) {
            gathered.clear();
        }
        return NOTHING;
    }

    private record Row(long id) {}
}
