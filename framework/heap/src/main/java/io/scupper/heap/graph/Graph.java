package io.scupper.heap.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump as arrays of numbers: who refers to whom, and how large each object is. Objects are numbered; the first
 * numbers are those of the classes, and an object's type is the number of its class. It takes about 30 bytes an object, so
 * that two dumps fit into the memory of one process.
 */
public final class Graph {

    private final List<Type> types;
    private final int[] typeOf;
    private final int[] sizes;
    private final int[] edges;
    private final int[] firstEdge;
    private final List<Root> roots;
    private final Referents referents;

    Graph(List<Type> types, Nodes nodes, List<Root> roots, Referents referents) {
        this.types = types;
        this.typeOf = nodes.typeOf;
        this.sizes = nodes.sizes;
        this.edges = nodes.edges;
        this.firstEdge = nodes.firstEdge;
        this.roots = List.copyOf(roots);
        this.referents = referents;
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
        return sizes[object];
    }

    /** Returns how many edges an object has, those to nothing included. */
    public int degree(int object) {
        return firstEdge[object + 1] - firstEdge[object];
    }

    /** Returns where an edge leads, or -1 if to nothing. */
    public int target(int object, int edge) {
        return edges[firstEdge[object] + edge];
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

    /** What references of the package {@code java.lang.ref} refer to; such links hold nothing. */
    public static final class Referents {

        private final int[] holders;
        private final int[] targets;

        Referents(int[] holders, int[] targets) {
            this.holders = holders;
            this.targets = targets;
        }

        /** Returns how many there are. */
        public int size() {
            return holders.length;
        }

        /** Returns the reference object. */
        public int holder(int i) {
            return holders[i];
        }

        /** Returns what it refers to. */
        public int target(int i) {
            return targets[i];
        }

        /** Returns what a reference object refers to, or -1 if to nothing. */
        public int of(int holder) {
            int i = Arrays.binarySearch(holders, holder);
            return i < 0 ? -1 : targets[i];
        }
    }

    /** The arrays of a graph, as the builder has filled them. */
    static final class Nodes {
        final int[] typeOf;
        final int[] sizes;
        final int[] firstEdge;
        final int[] edges;

        Nodes(int objects, int edges) {
            this.typeOf = new int[objects];
            this.sizes = new int[objects];
            this.firstEdge = new int[objects + 1];
            this.edges = new int[edges];
        }
    }
}
