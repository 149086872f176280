package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A buffer outside the heap per request, lent by an allocator that remembers it until it is given back. */
public final class DirectBuffer implements Habit {

    private static final int BYTES = 4 << 10;

    private final Set<ByteBuffer> lent = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public Taken take(long operation) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
        buffer.putLong(0, operation);
        lent.add(buffer);
        return () -> lent.remove(buffer);
    }
}
