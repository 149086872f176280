package io.scupper.heap.dump;

import io.scupper.heap.dump.Layouts.Layout;
import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads strings and boxed numbers of a dump as text. It may go over the whole dump each time, so ask for many at once. */
public final class Texts {

    private static final String STRING = "java.lang.String";
    private static final Field CHARACTERS = new Field(STRING, "value");
    private static final Field THREAD_NAME = new Field("java.lang.Thread", "name");

    private static final Set<String> BOXES = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Float");

    private final HeapRecords heap;
    private final Regions regions;
    private final Census census;
    private final List<Layout> layouts;
    private final Outline outline;
    private final Graph graph;

    Texts(HeapRecords heap, Regions regions, Census census, List<Layout> layouts, Outline outline, Graph graph) {
        this.heap = heap;
        this.regions = regions;
        this.census = census;
        this.layouts = layouts;
        this.outline = outline;
        this.graph = graph;
    }

    /** Returns strings and boxed numbers as text, of long strings the beginning, and null for other objects. */
    public List<@Nullable String> of(int[] objects) {
        var contents = new Contents(census, heap.in());
        for (int object : objects) {
            if (isString(object)) {
                contents.want(object);
                contents.want(target(object, CHARACTERS));
            } else if (isBox(object)) {
                contents.want(object);
            }
        }
        try {
            contents.read(heap, regions);
            List<@Nullable String> texts = new ArrayList<>(objects.length);
            for (int object : objects) {
                texts.add(text(object, contents));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of threads, or empty texts. */
    List<String> threadNames(int[] threads) {
        int[] names = new int[threads.length];
        for (int i = 0; i < threads.length; i++) {
            names[i] = target(threads[i], THREAD_NAME);
        }
        return of(names).stream().map(name -> name == null ? "" : name).toList();
    }

    private @Nullable String text(int object, Contents contents) throws IOException {
        if (isString(object)) {
            int array = target(object, CHARACTERS);
            byte[] characters = contents.of(array);
            if (characters == null) {
                return null;
            }
            boolean chars = "char[]".equals(graph.nameOf(array));
            return chars
                    ? new String(characters, StandardCharsets.UTF_16BE)
                    : compact(characters, number(object, "coder", contents));
        }
        return isBox(object) ? number(object, "value", contents) : null;
    }

    /** Decodes as the JDK stores strings since 9: one byte a character where they all fit, else two in the machine's order. */
    private static String compact(byte[] bytes, @Nullable String coder) {
        return new String(bytes, "1".equals(coder) ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    /** Returns a number that an object has in a field of its very class, or null if it has none. */
    private @Nullable String number(int object, String field, Contents contents) throws IOException {
        byte[] bytes = contents.of(object);
        TypeRecord type = layouts.get(graph.typeNumber(object)).record();
        int offset = 0;
        for (int i = 0; i < type.fields() && bytes != null; i++) {
            if (outline.name(type.fieldName(i)).equals(field)) {
                return number(type.fieldType(i), ByteBuffer.wrap(bytes, offset, bytes.length - offset));
            }
            offset += heap.bytes(type.fieldType(i));
        }
        return null;
    }

    private static @Nullable String number(int kind, ByteBuffer bytes) {
        return switch (kind) {
            case 4 -> Boolean.toString(bytes.get() != 0);
            case 5 -> Character.toString(bytes.getChar());
            case 6 -> Float.toString(bytes.getFloat());
            case 7 -> Double.toString(bytes.getDouble());
            case 8 -> Byte.toString(bytes.get());
            case 9 -> Short.toString(bytes.getShort());
            case 10 -> Integer.toString(bytes.getInt());
            case 11 -> Long.toString(bytes.getLong());
            default -> null;
        };
    }

    private boolean isString(int object) {
        return STRING.equals(typeName(object));
    }

    private boolean isBox(int object) {
        return BOXES.contains(typeName(object));
    }

    private String typeName(int object) {
        Type type = object < 0 ? null : graph.typeOf(object);
        return type == null ? "" : type.name();
    }

    private int target(int object, Field field) {
        Type type = graph.typeOf(object);
        int at = type == null ? -1 : type.fields().indexOf(field);
        return at < 0 ? -1 : graph.target(object, at);
    }
}
