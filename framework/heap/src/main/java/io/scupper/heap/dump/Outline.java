package io.scupper.heap.dump;

import io.scupper.heap.graph.Names;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outermost records of a dump: are they all there, where is the heap, what are classes called and the threads' stacks? The
 * heap itself is skipped, so that it takes milliseconds.
 */
final class Outline {

    private static final int STRING = 0x01;
    private static final int LOADED_CLASS = 0x02;
    private static final int FRAME = 0x04;
    private static final int STACK = 0x05;
    private static final int HEAP = 0x0c;
    private static final int HEAP_SEGMENT = 0x1c;
    private static final int HEAP_END = 0x2c;

    private final Records in;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Integer, Long> classSerials = new HashMap<>();
    private final Map<Long, Frame> frames = new HashMap<>();
    private final Map<Integer, long[]> stacks = new HashMap<>();
    private final Map<Long, String> strings = new HashMap<>();
    private long first;
    private int last;

    private Outline(Records in) {
        this.in = in;
    }

    /**
     * Reads it.
     *
     * @param named what the dump is called in messages
     * @throws DumpException if the file is no dump
     * @throws EOFException if it ends before it is whole
     */
    static Outline of(Records in, Path named) throws IOException {
        var outline = new Outline(in);
        outline.header(named);
        outline.walk(false);
        if (outline.segments.isEmpty() || outline.last == HEAP_SEGMENT) {
            throw new EOFException("its end is not there");
        }
        return outline;
    }

    /** Returns where the heap is, which has as many parts as the JVM liked. */
    List<Segment> segments() {
        return segments;
    }

    /** Reads the names of classes and methods, and some more; before that, there are none. */
    void readNames(Collection<Long> more) throws IOException {
        more.forEach(name -> strings.put(name, ""));
        classNames.values().forEach(name -> strings.put(name, ""));
        frames.values().forEach(frame -> strings.put(frame.method, ""));
        walk(true);
    }

    /** Returns what a name stands for, or an empty text if the dump does not tell. */
    String name(long id) {
        return strings.getOrDefault(id, "");
    }

    /** Returns the name of a class as the dump has it. */
    String className(long type) {
        return name(classNames.getOrDefault(type, 0L));
    }

    /** Returns how many bytes an address has in the dump. */
    int idBytes() {
        return in.idBytes();
    }

    /** Returns the stacks of the threads. */
    Stacks stacks() {
        Map<Integer, List<String>> all = new HashMap<>();
        stacks.forEach((thread, ids) -> {
            List<String> named = new ArrayList<>();
            for (long id : ids) {
                Frame frame = frames.get(id);
                named.add(frame == null ? "" : Names.plain(name(frame.type)) + "." + name(frame.method));
            }
            all.put(thread, named);
        });
        return new Stacks(all);
    }

    private void header(Path named) throws IOException {
        var format = new StringBuilder();
        int c = in.size() == 0 ? 0 : in.u1();
        while (c > 0 && format.length() < 20) {
            format.append((char) c);
            c = in.position() < in.size() ? in.u1() : 0;
        }
        if (!format.toString().startsWith("JAVA PROFILE 1.0.")) {
            throw new DumpException("'" + named + "' is no heap dump of a JVM: it does not begin with JAVA PROFILE.");
        }
        int idBytes = in.i4();
        if (idBytes != 4 && idBytes != 8) {
            throw new DumpException("Heap dump '" + named + "' has ids of " + idBytes + " bytes; 4 or 8 are possible.");
        }
        in.idBytes(idBytes);
        in.skip(8);
        first = in.position();
    }

    private void walk(boolean names) throws IOException {
        in.seek(first);
        while (in.position() < in.size()) {
            last = in.u1();
            in.skip(4);
            long length = in.i4() & 0xffffffffL;
            long end = in.position() + length;
            if (end > in.size()) {
                throw new EOFException("a record ends " + (end - in.size()) + " bytes after the file");
            }
            if (names && last == STRING) {
                string(length);
            } else if (!names) {
                record(end);
            }
            in.seek(end);
        }
    }

    private void record(long end) throws IOException {
        switch (last) {
            case HEAP, HEAP_SEGMENT -> segments.add(new Segment(in.position(), end));
            case LOADED_CLASS -> {
                int serial = in.i4();
                long type = in.id();
                in.skip(4);
                long name = in.id();
                classNames.put(type, name);
                classSerials.put(serial, name);
            }
            case FRAME -> frames.put(in.id(), frame());
            case STACK -> stack();
            default -> {
                // Nothing that is asked for.
            }
        }
    }

    private void string(long length) throws IOException {
        long id = in.id();
        if (strings.containsKey(id)) {
            strings.put(id, new String(in.bytes((int) length - in.idBytes()), StandardCharsets.UTF_8));
        }
    }

    private Frame frame() throws IOException {
        long method = in.id();
        in.skip(2L * in.idBytes());
        return new Frame(classSerials.getOrDefault(in.i4(), 0L), method);
    }

    private void stack() throws IOException {
        in.skip(4);
        int thread = in.i4();
        long[] ids = new long[in.i4()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.id();
        }
        if (ids.length > 0) {
            stacks.put(thread, ids);
        }
    }

    /**
     * A part of the heap.
     *
     * @param from where its first record begins
     * @param to where its last one ends
     */
    record Segment(long from, long to) {}

    private record Frame(long type, long method) {}
}
