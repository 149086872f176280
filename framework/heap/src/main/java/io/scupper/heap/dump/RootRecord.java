package io.scupper.heap.dump;

import io.scupper.heap.graph.Root;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * A root as a dump has it.
 *
 * @param kind what it is
 * @param id of the object
 * @param thread the serial number of a thread where the kind has to do with one, else 0
 * @param frame the number of a frame in its stack, or -1
 */
record RootRecord(Root.Kind kind, long id, int thread, int frame) {

    /** Reads one whose tag has been read. */
    static RootRecord read(int tag, long from, Records in) throws IOException {
        long id = in.id();
        switch (tag) {
            case 0x01 -> {
                in.id();
                return of(Root.Kind.JNI_GLOBAL, id);
            }
            case 0x02 -> {
                return new RootRecord(Root.Kind.JNI_LOCAL, id, in.i4(), in.i4());
            }
            case 0x03 -> {
                return new RootRecord(Root.Kind.LOCAL, id, in.i4(), in.i4());
            }
            case 0x04, 0x06 -> {
                in.i4();
                return of(Root.Kind.NATIVE_STACK, id);
            }
            case 0x05, 0xff -> {
                return of(Root.Kind.OTHER, id);
            }
            case 0x07 -> {
                return of(Root.Kind.MONITOR, id);
            }
            case 0x08 -> {
                return new RootRecord(Root.Kind.THREAD, id, in.i4(), in.i4());
            }
            default ->
                throw new StreamCorruptedException(
                        "the record at byte " + from + " is of kind " + tag + ", which HotSpot does not write");
        }
    }

    private static RootRecord of(Root.Kind kind, long id) {
        return new RootRecord(kind, id, 0, -1);
    }
}
