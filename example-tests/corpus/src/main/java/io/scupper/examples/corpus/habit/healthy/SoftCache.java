package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

/** A cache of softly held values that takes out the keys of those that a collection has cleared. */
public final class SoftCache implements Habit {

    private final Map<Long, Entry> entries = new HashMap<>();
    private final ReferenceQueue<Page> cleared = new ReferenceQueue<>();

    @Override
    public Taken take(long operation) {
        for (Reference<? extends Page> next = cleared.poll(); next != null; next = cleared.poll()) {
            if (next instanceof Entry entry) {
                entries.remove(entry.key);
            }
        }
        entries.put(operation, new Entry(operation, new Page(new byte[512]), cleared));
        return NOTHING;
    }

    private record Page(byte[] text) {}

    private static final class Entry extends SoftReference<Page> {

        final long key;

        Entry(long key, Page page, ReferenceQueue<Page> queue) {
            super(page, queue);
            this.key = key;
        }
    }
}
