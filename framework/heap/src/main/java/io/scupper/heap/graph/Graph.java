package io.scupper.heap.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump as arrays of numbers: who refers to whom, and how large each object is. Objects are numbered; the first
 * numbers are those of the classes, and an object's type is the number of its class. It takes about 16 bytes an object, so
 * that two dumps fit into the memory of one process.
 */
public final class Graph {

    /** A degree that the edges tell themselves. */
    private static final int LISTED = -1;

    /** What stands before the edges of a list: how many they are, and its size in bytes. */
    private static final int LIST_HEADER = 2;

    private final List<Type> types;
    private final int[] typeOf;
    private final int[] at;
    private final int[] edges;
    private final int[] sizes;
    private final int[] degrees;
    private final List<Root> roots;
    private final Referents referents;

    Graph(List<Type> types, Nodes nodes, List<Root> roots, Referents referents) {
        this.types = types;
        this.typeOf = nodes.typeOf;
        this.at = nodes.at;
        this.edges = nodes.edges;
        this.sizes = nodes.sizes;
        this.degrees = types.stream().mapToInt(Graph::degree).toArray();
        this.roots = List.copyOf(roots);
        this.referents = referents;
    }

    private static int degree(Type type) {
        if (type.array()) {
            return type.isOfNumbers() ? 0 : LISTED;
        }
        return type.fields().size();
    }

    /** Returns how many objects there are, classes included. */
    public int size() {
        return typeOf.length;
    }

    /** Returns how many of them are classes: those with the lowest numbers. */
    public int classes() {
        return types.size();
    }

    /** Returns the type that a class object stands for. */
    public Type typeAt(int classObject) {
        return types.get(classObject);
    }

    /** Tells whether an object is a class. */
    public boolean isClass(int object) {
        return object < types.size();
    }

    /** Returns the number of an object's class, or -1 for a class and what has none in the dump. */
    public int typeNumber(int object) {
        return typeOf[object];
    }

    /** Returns an object's type, or null for a class. */
    public @Nullable Type typeOf(int object) {
        int type = typeOf[object];
        return type < 0 ? null : types.get(type);
    }

    /** Returns what an object is called in a path: its type, or {@code class X}. */
    public String nameOf(int object) {
        if (isClass(object)) {
            return "class " + types.get(object).name();
        }
        Type type = typeOf(object);
        return type == null ? "unknown" : type.name();
    }

    /** Returns an object's own size in bytes. */
    public int sizeOf(int object) {
        int type = typeOf[object];
        if (isListed(object)) {
            return edges[at[object] + 1];
        }
        return type < 0 || types.get(type).array() ? at[object] : sizes[type];
    }

    /** Returns how many edges an object has, those to nothing included. */
    public int degree(int object) {
        if (isListed(object)) {
            return edges[at[object]];
        }
        int type = typeOf[object];
        return type < 0 ? 0 : degrees[type];
    }

    /** Returns where an object's edges begin, see {@link #edge}. */
    public int firstEdge(int object) {
        return at[object] + (isListed(object) ? LIST_HEADER : 0);
    }

    /** Returns where the edge at a place leads, or -1 if to nothing. */
    public int edge(int place) {
        return edges[place];
    }

    /** Returns where an edge of an object leads, or -1 if to nothing. */
    public int target(int object, int edge) {
        return edges[firstEdge(object) + edge];
    }

    private boolean isListed(int object) {
        int type = typeOf[object];
        return type < 0 ? isClass(object) : degrees[type] == LISTED;
    }

    /** Returns the roots as the dump has them, without the classes. */
    public List<Root> roots() {
        return roots;
    }

    /** Returns what soft, weak, phantom and finalizer references refer to. */
    public Referents referents() {
        return referents;
    }

    /** Returns the field that an instance or a class holds something by; an array's element has none. */
    public @Nullable Field fieldTo(int from, int to) {
        List<Field> fields = isClass(from) ? types.get(from).statics() : fieldsOf(from);
        for (int i = 0; i < Math.min(fields.size(), degree(from)); i++) {
            if (target(from, i) == to) {
                return fields.get(i);
            }
        }
        return null;
    }

    private List<Field> fieldsOf(int object) {
        Type type = typeOf(object);
        return type == null || type.array() ? List.of() : type.fields();
    }

    /** The arrays of a graph, as the builder has filled them. */
    static final class Nodes {

        final int[] typeOf;

        /** Where the edges of an object begin; of an array of numbers, which has none, its size. */
        final int[] at;

        final int[] edges;

        /** Of the instances of each type. */
        final int[] sizes;

        Nodes(int[] sizes, int objects, int edges) {
            this.typeOf = new int[objects];
            this.at = new int[objects];
            this.edges = new int[edges];
            this.sizes = sizes.clone();
        }
    }
}
