package io.scupper.heap.dump;

import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Type;
import io.scupper.heap.graph.Weakness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import shark.HeapField;
import shark.HeapGraph;
import shark.HeapObject.HeapClass;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.ClassDumpRecord.FieldRecord;
import shark.PrimitiveType;
import shark.ValueHolder;

/** Works out for each class where its instances have their references. */
final class Layouts {

    private static final Map<String, Weakness> REFERENCES = Map.of(
            "java.lang.ref.SoftReference", Weakness.SOFT,
            "java.lang.ref.WeakReference", Weakness.WEAK,
            "java.lang.ref.PhantomReference", Weakness.PHANTOM,
            "java.lang.ref.FinalReference", Weakness.FINALIZER);

    private static final int REFERENCE = 2;

    /**
     * What a reference takes in the heap, and an object beside its fields. A dump does not tell them, nor the padding between
     * fields; these are those of a JVM below 32 GiB, and the least of what is usual.
     */
    static final int REFERENCE_BYTES = 4;

    private static final int HEADER = 12;

    private static final Map<Integer, Integer> BYTES = Map.of(
            PrimitiveType.BOOLEAN.getHprofType(), 1,
            PrimitiveType.BYTE.getHprofType(), 1,
            PrimitiveType.CHAR.getHprofType(), 2,
            PrimitiveType.SHORT.getHprofType(), 2,
            PrimitiveType.INT.getHprofType(), 4,
            PrimitiveType.FLOAT.getHprofType(), 4,
            PrimitiveType.LONG.getHprofType(), 8,
            PrimitiveType.DOUBLE.getHprofType(), 8);

    private final HeapGraph graph;
    private final BiFunction<String, List<Field>, Type.Traits> traits;

    Layouts(HeapGraph graph, BiFunction<String, List<Field>, Type.Traits> traits) {
        this.graph = graph;
        this.traits = traits;
    }

    /** Returns the layouts of all classes by their number. */
    List<Layout> all() {
        List<Layout> all = new ArrayList<>(graph.getClassCount());
        for (Iterator<HeapClass> it = graph.getClasses().iterator(); it.hasNext(); ) {
            all.add(of(it.next()));
        }
        return all;
    }

    private Layout of(HeapClass of) {
        List<Slot> slots = new ArrayList<>();
        Weakness reference = null;
        int offset = 0;
        int bytes = 0;
        for (Iterator<HeapClass> it = of.getClassHierarchy().iterator(); it.hasNext(); ) {
            HeapClass type = it.next();
            String owner = Names.plain(type.getName());
            if (reference == null) {
                reference = REFERENCES.get(owner);
            }
            List<Slot> own = new ArrayList<>();
            for (FieldRecord field : type.readRecordFields()) {
                if (field.getType() == REFERENCE) {
                    own.add(new Slot(new Field(owner, type.instanceFieldName(field)), offset));
                }
                offset += bytes(field.getType(), graph.getIdentifierByteSize());
                bytes += bytes(field.getType(), REFERENCE_BYTES);
            }
            // Not as JVMs lay them out, which differs: of two ways of one length the same is found in all.
            own.sort(Comparator.comparing(slot -> slot.field().name()));
            slots.addAll(own);
        }
        String name = Names.plain(of.getName());
        List<Field> fields = slots.stream().map(Slot::field).toList();
        List<Field> statics =
                statics(of).stream().map(field -> new Field(name, field.name())).toList();
        var type = new Type(name, fields, statics, name.endsWith("[]"), reference, traits.apply(name, fields));
        return new Layout(type, slots.stream().mapToInt(Slot::offset).toArray(), referent(fields), size(HEADER, bytes));
    }

    /** Returns what the static fields of a class hold, in the order of {@link Type#statics}. */
    static List<Static> statics(HeapClass of) {
        List<Static> statics = new ArrayList<>();
        for (Iterator<HeapField> it = of.readStaticFields().iterator(); it.hasNext(); ) {
            HeapField field = it.next();
            if (field.getValue().getHolder() instanceof ValueHolder.ReferenceHolder reference) {
                statics.add(new Static(field.getName(), reference.getValue()));
            }
        }
        statics.sort(Comparator.comparing(Static::name));
        return statics;
    }

    private static @Nullable Integer referent(List<Field> fields) {
        int at = fields.indexOf(new Field("java.lang.ref.Reference", "referent"));
        return at < 0 ? null : at;
    }

    /** Returns the size of an object in full words. */
    static int size(int header, long content) {
        return (int) Math.min(Integer.MAX_VALUE - 7, header + content + 7 & ~7L);
    }

    private static int bytes(int type, int reference) {
        return type == REFERENCE ? reference : BYTES.getOrDefault(type, 0);
    }

    /**
     * Where the instances of a class have their references.
     *
     * @param offsets of {@link Type#fields} in an instance's bytes
     * @param referent which of the fields is that of a reference object, or null
     * @param size of an instance, in bytes
     */
    record Layout(Type type, int[] offsets, @Nullable Integer referent, int size) {

        /** Tells whether a field holds nothing: the links between references are the collector's own. */
        boolean isIdle(int field) {
            Field at = type.fields().get(field);
            return at.owner().equals("java.lang.ref.Reference")
                    && (at.name().equals("next") || at.name().equals("discovered"));
        }
    }

    /**
     * A static field that can hold something.
     *
     * @param name of the field
     * @param value the address of what it holds, or 0
     */
    record Static(String name, long value) {}

    private record Slot(Field field, int offset) {}
}
