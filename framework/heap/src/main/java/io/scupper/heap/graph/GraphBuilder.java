package io.scupper.heap.graph;

import java.util.ArrayList;
import java.util.List;

/** Makes a {@link Graph}, one object after the other in the order of their numbers. */
public final class GraphBuilder {

    private final List<Type> types;
    private final Graph.Nodes nodes;
    private final Numbers holders = new Numbers();
    private final Numbers targets = new Numbers();
    private final List<Root> roots = new ArrayList<>();
    private int object = -1;
    private int edge;

    /**
     * @param types by the number of their class object
     * @param objects how many there will be
     * @param edges how many there will be at most
     */
    public GraphBuilder(List<Type> types, int objects, int edges) {
        this.types = List.copyOf(types);
        this.nodes = new Graph.Nodes(objects, edges);
    }

    /** Begins the next object. */
    public void object(int type, int size) {
        object++;
        nodes.typeOf[object] = type;
        nodes.sizes[object] = size;
        nodes.firstEdge[object] = edge;
    }

    /** Adds an edge to the object that was begun last; -1 leads to nothing. */
    public void edge(int to) {
        nodes.edges[edge++] = to;
    }

    /** Says what the object that was begun last, a reference, refers to. */
    public void referent(int to) {
        holders.add(object);
        targets.add(to);
    }

    /** Adds a root. */
    public void root(Root root) {
        roots.add(root);
    }

    /** Returns the graph. */
    public Graph build() {
        nodes.firstEdge[nodes.typeOf.length] = edge;
        return new Graph(types, nodes, roots, new Graph.Referents(holders.toArray(), targets.toArray()));
    }
}
