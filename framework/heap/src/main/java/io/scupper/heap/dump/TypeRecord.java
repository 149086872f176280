package io.scupper.heap.dump;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;

/** A class as a dump has it: whence it comes, and what fields it has itself. Names are told by their ids. */
final class TypeRecord {

    final long id;
    final long superclass;
    final long loader;

    /** The static fields that are references. */
    private final long[] staticNames;

    private final long[] staticValues;

    /** The fields of an instance, in their order. */
    private final long[] fieldNames;

    private final byte[] fieldTypes;

    private TypeRecord(long id, long superclass, long loader, long[][] statics, long[] names, byte[] types) {
        this.id = id;
        this.superclass = superclass;
        this.loader = loader;
        this.staticNames = statics[0];
        this.staticValues = statics[1];
        this.fieldNames = names;
        this.fieldTypes = types;
    }

    /** Reads one whose tag has been read. */
    static TypeRecord read(Records in) throws IOException {
        long id = in.id();
        in.i4();
        long superclass = in.id();
        long loader = in.id();
        // Signers, protection domain, two that are reserved, and the size of an instance, of which JDKs have other
        // ideas.
        in.skip(4L * in.idBytes() + 4);
        skipConstants(in);
        long[][] statics = statics(in);
        int fields = in.u2();
        long[] names = new long[fields];
        byte[] types = new byte[fields];
        for (int i = 0; i < fields; i++) {
            names[i] = in.id();
            types[i] = (byte) in.u1();
        }
        return new TypeRecord(id, superclass, loader, statics, names, types);
    }

    int statics() {
        return staticNames.length;
    }

    long staticName(int i) {
        return staticNames[i];
    }

    /** Returns the address of what a static field holds, or 0. */
    long staticValue(int i) {
        return staticValues[i];
    }

    int fields() {
        return fieldNames.length;
    }

    long fieldName(int i) {
        return fieldNames[i];
    }

    int fieldType(int i) {
        return fieldTypes[i];
    }

    /** Returns the ids of all names. */
    LongStream names() {
        return LongStream.concat(Arrays.stream(staticNames), Arrays.stream(fieldNames));
    }

    private static void skipConstants(Records in) throws IOException {
        for (int left = in.u2(); left > 0; left--) {
            in.u2();
            in.skip(bytes(in.u1(), in));
        }
    }

    private static long[][] statics(Records in) throws IOException {
        int all = in.u2();
        long[] names = new long[all];
        long[] values = new long[all];
        int references = 0;
        for (int i = 0; i < all; i++) {
            long name = in.id();
            int type = in.u1();
            if (type == HeapRecords.REFERENCE) {
                names[references] = name;
                values[references++] = in.id();
            } else {
                in.skip(bytes(type, in));
            }
        }
        return new long[][] {Arrays.copyOf(names, references), Arrays.copyOf(values, references)};
    }

    private static int bytes(int type, Records in) throws IOException {
        return type == HeapRecords.REFERENCE ? in.idBytes() : HeapRecords.bytesOfNumber(type);
    }
}
