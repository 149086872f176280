package io.scupper.heap.dump;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shark.HeapField;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapInstance;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.PrimitiveArrayDumpRecord;
import shark.ValueHolder;

/** Reads strings and boxed numbers of a dump as text. */
public final class Texts {

    private static final Set<String> BOXES = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Float");

    private final HeapGraph graph;

    Texts(HeapGraph graph) {
        this.graph = graph;
    }

    /** Returns a string or a boxed number as text, or null if the object is neither. */
    public @Nullable String of(int object) {
        HeapInstance instance = instance(object);
        return instance == null ? null : of(instance);
    }

    /** Returns the name of a thread, or an empty text. */
    String threadName(int thread) {
        HeapInstance instance = instance(thread);
        HeapField name = instance == null ? null : instance.get("java.lang.Thread", "name");
        HeapObject text = name == null ? null : name.getValue().getAsObject();
        String read = text instanceof HeapInstance string ? of(string) : null;
        return read == null ? "" : read;
    }

    private @Nullable HeapInstance instance(int object) {
        int number = object - graph.getClassCount();
        boolean is = number >= 0 && number < graph.getInstanceCount();
        return is && graph.findObjectByIndex(object) instanceof HeapInstance instance ? instance : null;
    }

    private static @Nullable String of(HeapInstance instance) {
        String type = instance.getInstanceClassName();
        if (type.equals("java.lang.String")) {
            return string(instance);
        }
        HeapField value = BOXES.contains(type) ? instance.get(type, "value") : null;
        return value == null ? null : number(value.getValue().getHolder());
    }

    private static @Nullable String number(ValueHolder value) {
        if (value instanceof ValueHolder.IntHolder it) {
            return Integer.toString(it.getValue());
        } else if (value instanceof ValueHolder.LongHolder it) {
            return Long.toString(it.getValue());
        } else if (value instanceof ValueHolder.ShortHolder it) {
            return Short.toString(it.getValue());
        } else if (value instanceof ValueHolder.ByteHolder it) {
            return Byte.toString(it.getValue());
        } else if (value instanceof ValueHolder.CharHolder it) {
            return Character.toString(it.getValue());
        } else if (value instanceof ValueHolder.BooleanHolder it) {
            return Boolean.toString(it.getValue());
        } else if (value instanceof ValueHolder.DoubleHolder it) {
            return Double.toString(it.getValue());
        } else if (value instanceof ValueHolder.FloatHolder it) {
            return Float.toString(it.getValue());
        }
        return null;
    }

    private static @Nullable String string(HeapInstance string) {
        HeapField value = string.get("java.lang.String", "value");
        HeapObject characters = value == null ? null : value.getValue().getAsObject();
        if (!(characters instanceof HeapObject.HeapPrimitiveArray array)) {
            return null;
        }
        var record = array.readRecord();
        if (record instanceof PrimitiveArrayDumpRecord.CharArrayDump it) {
            return new String(it.getArray());
        }
        return record instanceof PrimitiveArrayDumpRecord.ByteArrayDump it ? compact(string, it.getArray()) : null;
    }

    /** Decodes as the JDK stores strings since 9: one byte a character where they all fit, else two in the machine's order. */
    private static String compact(HeapInstance string, byte[] bytes) {
        HeapField coder = string.get("java.lang.String", "coder");
        boolean wide =
                coder != null && Byte.valueOf((byte) 1).equals(coder.getValue().getAsByte());
        return new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }
}
