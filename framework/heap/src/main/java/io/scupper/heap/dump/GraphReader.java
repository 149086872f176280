package io.scupper.heap.dump;

import io.scupper.heap.dump.Layouts.Layout;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.GraphBuilder;
import io.scupper.heap.graph.Root;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the records of the heap into a {@link Graph}, in one pass over them. */
final class GraphReader implements HeapRecords.Visitor {

    /** What the code of a class holds; HotSpot shows it as static fields of this name, several with numbers. */
    private static final String CONSTANTS = "<resolved_references>";

    private static final int ARRAY_HEADER = 16;

    /** The names of arrays of numbers, by the type of their elements. */
    private static final List<String> NUMBERS = List.of(
            "", "", "", "", "boolean[]", "char[]", "float[]", "double[]", "byte[]", "short[]", "int[]", "long[]");

    private final Records in;
    private final Census census;
    private final Layout[] layouts;
    private final int[] numbers = new int[NUMBERS.size()];
    private final GraphBuilder graph;
    private final Regions regions = new Regions();

    private GraphReader(Records in, Census census, List<Layout> layouts) {
        this.in = in;
        this.census = census;
        this.layouts = layouts.toArray(Layout[]::new);
        Map<String, Integer> byName = new HashMap<>();
        long edges = census.elements();
        for (int i = 0; i < layouts.size(); i++) {
            Layout layout = layouts.get(i);
            byName.put(layout.type().name(), i);
            edges += census.instances(i) * layout.offsets().length
                    + layout.statics().size()
                    + 4;
        }
        for (int kind = 0; kind < numbers.length; kind++) {
            numbers[kind] = byName.getOrDefault(NUMBERS.get(kind), -1);
        }
        this.graph = new GraphBuilder(
                layouts.stream().map(Layout::type).toList(),
                layouts.stream().mapToInt(Layout::size).toArray(),
                census.objects(),
                Math.toIntExact(edges));
    }

    /** Reads it. */
    static GraphReader read(HeapRecords heap, Census census, List<Layout> layouts) throws IOException {
        var reader = new GraphReader(heap.in(), census, layouts);
        for (int i = 0; i < layouts.size(); i++) {
            reader.type(i, layouts.get(i));
        }
        heap.show(reader);
        return reader;
    }

    /** Returns what has been read; the roots are still to come, but for what the code of classes holds. */
    GraphBuilder graph() {
        return graph;
    }

    /** Returns where the objects are. */
    Regions regions() {
        return regions;
    }

    private void type(int number, Layout layout) {
        graph.list(number, -1, 0);
        for (Layouts.Static field : layout.statics()) {
            int to = census.number(field.value());
            if (field.name().startsWith(CONSTANTS)) {
                if (to >= 0) {
                    graph.root(
                            new Root(Root.Kind.CONSTANT, to, "", layout.type().name()));
                }
                to = -1;
            }
            graph.element(to);
        }
        graph.element(census.number(layout.record().loader));
        graph.element(census.number(layout.record().superclass));
    }

    @Override
    public void instance(long id, long type, long bytes) throws IOException {
        int number = census.type(type);
        Layout layout = layouts[number];
        if (bytes != layout.bytes()) {
            throw new StreamCorruptedException("an instance of " + layout.type().name() + " has " + bytes
                    + " bytes where " + layout.bytes() + " are due");
        }
        graph.instance(number(id), number);
        int[] offsets = layout.offsets();
        if (offsets.length > 0) {
            in.need(layout.bytes());
        }
        boolean reference = layout.referent() >= 0;
        for (int i = 0; i < offsets.length; i++) {
            int to = census.number(in.idAt(offsets[i]));
            graph.field(reference ? ofReference(layout, i, to) : to);
        }
    }

    /** Returns where a field of a reference object leads: a referent is set apart, and what the collector links is nothing. */
    private int ofReference(Layout layout, int field, int to) {
        boolean referent = layout.referent() == field;
        if (referent && to >= 0) {
            graph.referent(to);
        }
        return referent || layout.isIdle(field) ? -1 : to;
    }

    @Override
    public void array(long id, long type, long length) throws IOException {
        int size = Layouts.size(ARRAY_HEADER, length * Layouts.REFERENCE_BYTES);
        graph.list(number(id), census.type(type), size);
        for (long left = length; left > 0; left--) {
            int to = census.number(in.id());
            if (to >= 0) {
                graph.element(to);
            }
        }
    }

    @Override
    public void numbers(long id, int kind, long length) throws IOException {
        int size = Layouts.size(ARRAY_HEADER, length * HeapRecords.bytesOfNumber(kind));
        graph.numbers(number(id), numbers[kind], size);
    }

    @Override
    public void passed(Outline.Segment region) {
        regions.end(region);
    }

    private int number(long id) {
        int number = census.number(id);
        regions.object(number);
        return number;
    }
}
