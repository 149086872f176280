package io.scupper.heap.dump;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes heap dumps that no JVM writes at will: with short addresses, in odd orders, cut in parts, damaged. */
final class HprofWriter {

    static final int REFERENCE = 2;
    static final int CHAR = 5;
    static final int BYTE = 8;
    static final int INT = 10;

    private final int idBytes;
    private final ByteArrayOutputStream outer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
    private final Map<String, Long> strings = new LinkedHashMap<>();

    HprofWriter(int idBytes) {
        this.idBytes = idBytes;
        write(outer, out -> {
            out.writeBytes("JAVA PROFILE 1.0.2");
            out.writeByte(0);
            out.writeInt(idBytes);
            out.writeLong(0);
        });
    }

    /** Adds a class with fields, each a name and a type. */
    HprofWriter type(long id, String name, long superclass, Object... fields) {
        return keeper(id, name, superclass, 0, "", fields);
    }

    /** Adds a class with a static field that refers to an object; without a name it has none. */
    HprofWriter keeper(long id, String name, long superclass, long to, String field, Object... fields) {
        long named = string(name.replace('.', '/'));
        record(0x02, out -> {
            out.writeInt((int) id);
            id(out, id);
            out.writeInt(0);
            id(out, named);
        });
        Object[] ids = fields.clone();
        for (int i = 0; i < ids.length; i += 2) {
            ids[i] = string((String) fields[i]);
        }
        long staticName = string(field);
        return write(heap, out -> {
            out.writeByte(0x20);
            ids(out, id);
            out.writeInt(0);
            ids(out, superclass, 0, 0, 0, 0, 0);
            out.writeInt(0);
            out.writeShort(1);
            out.writeShort(7);
            out.writeByte(INT);
            out.writeInt(4711);
            out.writeShort(field.isEmpty() ? 1 : 2);
            id(out, string("COUNT"));
            out.writeByte(BYTE);
            out.writeByte(7);
            if (!field.isEmpty()) {
                id(out, staticName);
                out.writeByte(REFERENCE);
                id(out, to);
            }
            out.writeShort(ids.length / 2);
            for (int i = 0; i < ids.length; i += 2) {
                id(out, (Long) ids[i]);
                out.writeByte((Integer) ids[i + 1]);
            }
        });
    }

    /** Adds an instance; a Long is a reference, other numbers are themselves. */
    HprofWriter instance(long id, long type, Number... values) {
        var fields = new ByteArrayOutputStream();
        write(fields, out -> {
            for (Number value : values) {
                if (value instanceof Long reference) {
                    id(out, reference);
                } else if (value instanceof Integer number) {
                    out.writeInt(number);
                } else {
                    out.writeByte(value.byteValue());
                }
            }
        });
        return write(heap, out -> {
            out.writeByte(0x21);
            id(out, id);
            out.writeInt(0);
            id(out, type);
            out.writeInt(fields.size());
            fields.writeTo(out);
        });
    }

    HprofWriter array(long id, long type, long... elements) {
        return write(heap, out -> {
            out.writeByte(0x22);
            id(out, id);
            out.writeInt(0);
            out.writeInt(elements.length);
            id(out, type);
            ids(out, elements);
        });
    }

    HprofWriter bytes(long id, byte[] elements) {
        return write(heap, out -> {
            out.writeByte(0x23);
            id(out, id);
            out.writeInt(0);
            out.writeInt(elements.length);
            out.writeByte(BYTE);
            out.write(elements);
        });
    }

    HprofWriter chars(long id, String elements) {
        return write(heap, out -> {
            out.writeByte(0x23);
            id(out, id);
            out.writeInt(0);
            out.writeInt(elements.length());
            out.writeByte(CHAR);
            out.writeChars(elements);
        });
    }

    /** Adds a root; the numbers follow the address as those of a thread do. */
    HprofWriter root(int tag, long id, int... numbers) {
        return write(heap, out -> {
            out.writeByte(tag);
            id(out, id);
            for (int number : numbers) {
                out.writeInt(number);
            }
        });
    }

    /** Adds a byte to the heap that makes no sense there. */
    HprofWriter nonsense(int value) {
        heap.write(value);
        return this;
    }

    /** Begins another part of the heap. */
    HprofWriter part() {
        byte[] written = heap.toByteArray();
        heap.reset();
        return record(0x1c, out -> out.write(written));
    }

    /** Writes the dump; names come after what they name. */
    Path to(Path file) throws IOException {
        part();
        strings.forEach((text, id) -> record(0x01, out -> {
            id(out, id);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }));
        record(0x2c, out -> {});
        return Files.write(file, outer.toByteArray());
    }

    private long string(String text) {
        return strings.computeIfAbsent(text, unknown -> 0x7000L + strings.size());
    }

    private HprofWriter record(int tag, Content content) {
        var bytes = new ByteArrayOutputStream();
        write(bytes, content);
        return write(outer, out -> {
            out.writeByte(tag);
            out.writeInt(0);
            out.writeInt(bytes.size());
            bytes.writeTo(out);
        });
    }

    private void ids(DataOutputStream out, long... ids) throws IOException {
        for (long id : ids) {
            id(out, id);
        }
    }

    private void id(DataOutputStream out, long id) throws IOException {
        if (idBytes == 8) {
            out.writeLong(id);
        } else {
            out.writeInt((int) id);
        }
    }

    private HprofWriter write(ByteArrayOutputStream to, Content content) {
        try (var out = new DataOutputStream(to)) {
            content.write(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }
}
