package io.scupper.heap.dump;

import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Type;
import io.scupper.heap.graph.Weakness;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Works out for each class where its instances have their references. */
final class Layouts {

    private static final Map<String, Weakness> REFERENCES = Map.of(
            "java.lang.ref.SoftReference", Weakness.SOFT,
            "java.lang.ref.WeakReference", Weakness.WEAK,
            "java.lang.ref.PhantomReference", Weakness.PHANTOM,
            "java.lang.ref.FinalReference", Weakness.FINALIZER);

    /**
     * What a reference takes in the heap, and an object beside its fields. A dump does not tell them, nor the padding between
     * fields; these are those of a JVM below 32 GiB, and the least of what is usual.
     */
    static final int REFERENCE_BYTES = 4;

    private static final int HEADER = 12;

    /** More classes than that above each other are a circle. */
    private static final int DEEPEST = 10_000;

    private final List<TypeRecord> types;
    private final List<String> names;
    private final Census census;
    private final Outline outline;
    private final BiFunction<String, List<Field>, Type.Traits> traits;

    private Layouts(Census census, Outline outline, BiFunction<String, List<Field>, Type.Traits> traits)
            throws StreamCorruptedException {
        this.types = census.types();
        this.names = types.stream()
                .map(type -> Names.plain(outline.className(type.id)))
                .toList();
        this.census = census;
        this.outline = outline;
        this.traits = traits;
    }

    /** Returns the layouts of all classes by their number. */
    static List<Layout> of(Census census, Outline outline, BiFunction<String, List<Field>, Type.Traits> traits)
            throws StreamCorruptedException {
        var layouts = new Layouts(census, outline, traits);
        List<Layout> all = new ArrayList<>(layouts.types.size());
        for (int i = 0; i < layouts.types.size(); i++) {
            all.add(layouts.of(i));
        }
        return all;
    }

    private Layout of(int number) throws StreamCorruptedException {
        List<Slot> slots = new ArrayList<>();
        Weakness reference = null;
        int offset = 0;
        long bytes = 0;
        for (int at : hierarchy(number)) {
            String owner = names.get(at);
            if (reference == null) {
                reference = REFERENCES.get(owner);
            }
            TypeRecord type = types.get(at);
            List<Slot> own = new ArrayList<>();
            for (int i = 0; i < type.fields(); i++) {
                boolean refers = type.fieldType(i) == HeapRecords.REFERENCE;
                if (refers) {
                    own.add(new Slot(new Field(owner, outline.name(type.fieldName(i))), offset));
                }
                offset += refers ? outline.idBytes() : HeapRecords.bytesOfNumber(type.fieldType(i));
                bytes += refers ? REFERENCE_BYTES : HeapRecords.bytesOfNumber(type.fieldType(i));
            }
            // Not as JVMs lay them out, which differs: of two ways of one length the same is found in all.
            own.sort(Comparator.comparing(slot -> slot.field().name()));
            slots.addAll(own);
        }
        String name = names.get(number);
        List<Field> fields = slots.stream().map(Slot::field).toList();
        List<Static> statics = statics(types.get(number));
        List<Field> staticFields =
                statics.stream().map(field -> new Field(name, field.name())).toList();
        var type = new Type(name, fields, staticFields, name.endsWith("[]"), reference, traits.apply(name, fields));
        int[] offsets = slots.stream().mapToInt(Slot::offset).toArray();
        return new Layout(type, offsets, offset, referent(fields), size(HEADER, bytes), statics, types.get(number));
    }

    /** Returns the numbers of a class and those above it. */
    private List<Integer> hierarchy(int number) throws StreamCorruptedException {
        List<Integer> all = new ArrayList<>();
        for (int at = number; at >= 0; at = census.type(types.get(at).superclass)) {
            all.add(at);
            if (all.size() > DEEPEST) {
                throw new StreamCorruptedException("class " + names.get(number) + " is its own superclass");
            }
        }
        return all;
    }

    /** Returns what the static fields of a class hold, in the order of {@link Type#statics}. */
    private List<Static> statics(TypeRecord type) {
        return IntStream.range(0, type.statics())
                .mapToObj(i -> new Static(outline.name(type.staticName(i)), type.staticValue(i)))
                .sorted(Comparator.comparing(Static::name))
                .toList();
    }

    private static int referent(List<Field> fields) {
        return fields.indexOf(new Field("java.lang.ref.Reference", "referent"));
    }

    /** Returns the size of an object in full words. */
    static int size(int header, long content) {
        return (int) Math.min(Integer.MAX_VALUE - 7, header + content + 7 & ~7L);
    }

    /**
     * Where the instances of a class have their references.
     *
     * @param offsets of {@link Type#fields} in an instance's bytes
     * @param bytes that an instance has in the dump
     * @param referent which of the fields is that of a reference object, or -1
     * @param size of an instance, in bytes of the heap
     * @param statics what its static fields hold
     * @param record the class as the dump has it
     */
    record Layout(
            Type type, int[] offsets, int bytes, int referent, int size, List<Static> statics, TypeRecord record) {

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
