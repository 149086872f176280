package io.scupper.heap.dump;

import io.scupper.heap.graph.Names;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks over the outermost records of a dump: are they all there, and what are the threads' stacks? Shark tells neither. The
 * heap itself is skipped, so that it takes milliseconds.
 */
final class RecordScan {

    private static final int STRING = 0x01;
    private static final int LOADED_CLASS = 0x02;
    private static final int FRAME = 0x04;
    private static final int STACK = 0x05;
    private static final int HEAP = 0x0c;
    private static final int HEAP_SEGMENT = 0x1c;
    private static final int HEAP_END = 0x2c;

    private final Path file;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Integer, Long> classNames = new HashMap<>();
    private final Map<Long, Frame> frames = new HashMap<>();
    private final Map<Integer, long[]> stacks = new HashMap<>();
    private boolean heap;
    private int last;
    private int idBytes;

    private RecordScan(Path file) {
        this.file = file;
    }

    /**
     * Reads the stacks.
     *
     * @param named what the dump is called in messages
     * @throws DumpException if the file is no dump, or ends before it is whole
     */
    static Stacks stacks(Path file, Path named) {
        var scan = new RecordScan(file);
        try {
            scan.walk(named, false);
            scan.walk(named, true);
        } catch (EOFException e) {
            throw truncated(named, e);
        } catch (IOException e) {
            throw new DumpException("Heap dump '" + named + "' cannot be read: " + e, e);
        }
        return new Stacks(scan.named());
    }

    private void walk(Path named, boolean second) throws IOException {
        long size = Files.size(file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            long at = header(in, named);
            while (at < size) {
                last = in.readUnsignedByte();
                in.readInt();
                long length = in.readInt() & 0xffffffffL;
                at += 9 + length;
                if (at > size) {
                    throw new EOFException("a record ends " + (at - size) + " bytes after the file");
                }
                record(in, length, second);
            }
        }
        if (!heap || last == HEAP_SEGMENT) {
            throw new EOFException("its end is not there");
        }
    }

    private long header(DataInputStream in, Path named) throws IOException {
        var format = new StringBuilder();
        int c = in.read();
        while (c > 0 && format.length() < 20) {
            format.append((char) c);
            c = in.read();
        }
        if (!format.toString().startsWith("JAVA PROFILE 1.0.")) {
            throw new DumpException("'" + named + "' is no heap dump of a JVM: it does not begin with JAVA PROFILE.");
        }
        idBytes = in.readInt();
        if (idBytes != 4 && idBytes != 8) {
            throw new DumpException("Heap dump '" + named + "' has ids of " + idBytes + " bytes; 4 or 8 are possible.");
        }
        in.readLong();
        return format.length() + 1 + 4 + 8;
    }

    private void record(DataInputStream in, long length, boolean second) throws IOException {
        heap |= last == HEAP || last == HEAP_SEGMENT || last == HEAP_END;
        if (second && last == STRING) {
            string(in, length);
        } else if (!second && last == LOADED_CLASS) {
            int serial = in.readInt();
            id(in);
            in.readInt();
            classNames.put(serial, id(in));
        } else if (!second && last == FRAME) {
            frames.put(id(in), frame(in));
        } else if (!second && last == STACK) {
            stack(in);
        } else {
            in.skipNBytes(length);
        }
    }

    private void string(DataInputStream in, long length) throws IOException {
        long id = id(in);
        if (!strings.containsKey(id)) {
            in.skipNBytes(length - idBytes);
        } else {
            strings.put(id, new String(in.readNBytes((int) length - idBytes), StandardCharsets.UTF_8));
        }
    }

    private Frame frame(DataInputStream in) throws IOException {
        long method = id(in);
        id(in);
        id(in);
        int type = in.readInt();
        in.readInt();
        strings.put(method, "");
        long typeName = classNames.getOrDefault(type, 0L);
        strings.put(typeName, "");
        return new Frame(typeName, method);
    }

    private void stack(DataInputStream in) throws IOException {
        in.readInt();
        int thread = in.readInt();
        long[] ids = new long[in.readInt()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(in);
        }
        if (ids.length > 0) {
            stacks.put(thread, ids);
        }
    }

    private long id(DataInputStream in) throws IOException {
        return idBytes == 8 ? in.readLong() : in.readInt() & 0xffffffffL;
    }

    private Map<Integer, List<String>> named() {
        Map<Integer, List<String>> all = new HashMap<>();
        stacks.forEach((thread, ids) -> {
            List<String> named = new ArrayList<>();
            for (long id : ids) {
                Frame frame = frames.get(id);
                named.add(
                        frame == null
                                ? ""
                                : Names.plain(strings.getOrDefault(frame.type, "")) + "."
                                        + strings.getOrDefault(frame.method, ""));
            }
            all.put(thread, named);
        });
        return all;
    }

    private static DumpException truncated(Path named, EOFException e) {
        return new DumpException(
                "Heap dump '" + named + "' is truncated: " + e.getMessage() + ". Was it still being written?", e);
    }

    private record Frame(long type, long method) {}
}
