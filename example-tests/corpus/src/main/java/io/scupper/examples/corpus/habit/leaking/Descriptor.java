package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** An open file per request. It is noted in a set: a stream that is merely forgotten is closed by a collection. */
public final class Descriptor implements Habit {

    private static final String FILE = System.getProperty("java.home") + "/release";

    private final Set<FileInputStream> open = new HashSet<>();

    @Override
    public Taken take(long operation) throws IOException {
        var file = new FileInputStream(FILE);
        open.add(file);
        return () -> {
            file.close();
            open.remove(file);
        };
    }
}
