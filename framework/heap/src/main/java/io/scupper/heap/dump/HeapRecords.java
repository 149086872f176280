package io.scupper.heap.dump;

import io.scupper.heap.dump.Outline.Segment;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.List;

/** Goes over the records of the heap in a dump, from the first to the last. */
final class HeapRecords {

    /** The type of a field or an element that is a reference. */
    static final int REFERENCE = 2;

    /** How many bytes of records a visitor is told of together. */
    private static final int REGION = 1 << 18;

    private static final int TYPE = 0x20;
    private static final int INSTANCE = 0x21;
    private static final int OBJECTS = 0x22;
    private static final int NUMBERS = 0x23;

    private final Records in;
    private final List<Segment> segments;

    HeapRecords(Records in, List<Segment> segments) {
        this.in = in;
        this.segments = segments;
    }

    Records in() {
        return in;
    }

    /**
     * Shows all records to a visitor.
     *
     * @throws StreamCorruptedException if one makes no sense
     */
    void show(Visitor visitor) throws IOException {
        for (Segment segment : segments) {
            in.seek(segment.from());
            long region = segment.from();
            while (in.position() < segment.to()) {
                long from = in.position();
                long end = show(in.u1(), from, visitor);
                if (end > segment.to()) {
                    throw new StreamCorruptedException("the record at byte " + from + " is longer than what is left");
                }
                if (end - region > REGION || end == segment.to()) {
                    visitor.passed(new Segment(region, end));
                    region = end;
                }
                in.seek(end);
            }
        }
    }

    /** Shows one record and returns where it ends. */
    private long show(int tag, long from, Visitor visitor) throws IOException {
        switch (tag) {
            case INSTANCE -> {
                long id = in.id();
                in.skip(4);
                long type = in.id();
                long bytes = in.i4() & 0xffffffffL;
                long end = in.position() + bytes;
                visitor.instance(id, type, bytes);
                return end;
            }
            case OBJECTS -> {
                long id = in.id();
                in.skip(4);
                long length = in.i4() & 0xffffffffL;
                long type = in.id();
                long end = in.position() + length * in.idBytes();
                visitor.array(id, type, length);
                return end;
            }
            case NUMBERS -> {
                long id = in.id();
                in.skip(4);
                long length = in.i4() & 0xffffffffL;
                int kind = in.u1();
                long end = in.position() + length * bytes(kind);
                visitor.numbers(id, kind, length);
                return end;
            }
            case TYPE -> {
                visitor.type(TypeRecord.read(in));
                return in.position();
            }
            default -> {
                visitor.root(RootRecord.read(tag, from, in));
                return in.position();
            }
        }
    }

    /** Returns how many bytes a field or an element of a type has in the dump. */
    int bytes(int kind) throws StreamCorruptedException {
        return kind == REFERENCE ? in.idBytes() : bytesOfNumber(kind);
    }

    /** Returns how many bytes a number of a type has, in a dump as in the heap. */
    static int bytesOfNumber(int kind) throws StreamCorruptedException {
        return switch (kind) {
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 7, 11 -> 8;
            default -> throw new StreamCorruptedException("there is no type " + kind);
        };
    }

    /** Returns the records of other parts of the same heap. */
    HeapRecords in(List<Segment> parts) {
        return new HeapRecords(in, parts);
    }

    /** Looks at records; what it leaves unread of one is skipped. */
    interface Visitor {

        default void root(RootRecord root) throws IOException {}

        default void type(TypeRecord type) throws IOException {}

        /** Looks at an instance; its fields come next in the file. */
        default void instance(long id, long type, long bytes) throws IOException {}

        /** Looks at an array of references; they come next in the file. */
        default void array(long id, long type, long length) throws IOException {}

        /** Looks at an array of numbers; they come next in the file. */
        default void numbers(long id, int kind, long length) throws IOException {}

        /** Hears that the records of a region have all been shown; the next one begins. */
        default void passed(Segment region) {}
    }
}
