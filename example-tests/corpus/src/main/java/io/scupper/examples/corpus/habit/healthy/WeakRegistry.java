package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.util.Map;
import java.util.WeakHashMap;

/** Notes what it has seen for as long as somebody else holds it, which here nobody does. */
public final class WeakRegistry implements Habit {

    private final Map<Document, Long> seen = new WeakHashMap<>();

    @Override
    public Taken take(long operation) {
        seen.put(new Document(new byte[256]), operation);
        return NOTHING;
    }

    /** Not a record: two of the same content are two. */
    private static final class Document {

        final byte[] text;

        Document(byte[] text) {
            this.text = text;
        }
    }
}
