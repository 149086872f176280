package io.scupper.heap.graph;

import java.util.ArrayList;
import java.util.List;

/** Makes a {@link Graph}, one object after the other in any order. */
public final class GraphBuilder {

    private final List<Type> types;
    private final Graph.Nodes nodes;
    private final Referents.Builder referents = new Referents.Builder();
    private final List<Root> roots = new ArrayList<>();
    private int object;
    private int list;
    private int edge;

    /**
     * @param types by the number of their class object
     * @param sizes of the instances of each type, in bytes
     * @param objects how many there will be
     * @param edges how many there will be at most; a list takes two more than it has elements
     */
    public GraphBuilder(List<Type> types, int[] sizes, int objects, int edges) {
        this.types = List.copyOf(types);
        this.nodes = new Graph.Nodes(sizes, objects, edges);
    }

    /** Begins an instance, which has an edge for each field of its type. */
    public void instance(int number, int type) {
        begin(number, type, edge);
    }

    /** Adds an edge to the instance that was begun last; -1 leads to nothing. */
    public void field(int to) {
        nodes.edges[edge++] = to;
    }

    /** Begins an array of references or a class, whose type is -1. */
    public void list(int number, int type, int size) {
        begin(number, type, edge);
        list = edge;
        nodes.edges[edge++] = 0;
        nodes.edges[edge++] = size;
    }

    /** Adds an edge to the array or the class that was begun last; -1 leads to nothing. */
    public void element(int to) {
        nodes.edges[edge++] = to;
        nodes.edges[list]++;
    }

    /** Adds an array of numbers; its type is -1 if the dump has no class for it. */
    public void numbers(int number, int type, int size) {
        begin(number, type, size);
    }

    /** Says what the instance that was begun last, a reference, refers to. */
    public void referent(int to) {
        referents.add(object, to);
    }

    /** Adds a root. */
    public void root(Root root) {
        roots.add(root);
    }

    /** Returns the graph of what has been added. */
    public Graph build() {
        return new Graph(types, nodes, roots, referents.build());
    }

    private void begin(int number, int type, int at) {
        object = number;
        nodes.typeOf[number] = type;
        nodes.at[number] = at;
    }
}
