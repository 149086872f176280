package io.scupper.heap.dump;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of a few objects of a dump, which are picked out of its records. */
final class Contents implements HeapRecords.Visitor {

    /** Of larger objects only the beginning is read. */
    private static final int MOST_BYTES = 1024;

    private final Census census;
    private final Records in;
    private final BitSet wanted = new BitSet();
    private final Map<Integer, byte[]> bytes = new HashMap<>();

    Contents(Census census, Records in) {
        this.census = census;
        this.in = in;
    }

    /** Asks for an object; of none, which is -1, nothing will be there. */
    void want(int object) {
        if (object >= 0) {
            wanted.set(object);
        }
    }

    /** Reads what has been asked for. */
    void read(HeapRecords heap, Regions regions) throws IOException {
        heap.in(regions.of(wanted)).show(this);
    }

    /** Returns the bytes of an object as the dump has them, or null if they were not read. */
    byte @Nullable [] of(int object) {
        return bytes.get(object);
    }

    @Override
    public void instance(long id, long type, long length) throws IOException {
        take(id, length);
    }

    @Override
    public void numbers(long id, int kind, long length) throws IOException {
        take(id, length * HeapRecords.bytesOfNumber(kind));
    }

    private void take(long id, long length) throws IOException {
        int object = census.number(id);
        if (object >= 0 && wanted.get(object)) {
            bytes.put(object, in.bytes((int) Math.min(MOST_BYTES, length)));
        }
    }
}
