package io.scupper.heap.growth;

import io.scupper.heap.graph.Cut;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Reach;
import io.scupper.heap.graph.Root;
import io.scupper.heap.graph.Roots;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Collections;
import io.scupper.heap.shape.Walk;
import java.util.List;
import java.util.Set;

/** One dump, its roots, and what can be reached from them. */
public final class Snapshot {

    private final Graph graph;
    private final List<Root> roots;
    private final Reach reach;
    private final long bytes;

    private Snapshot(Graph graph, List<Root> roots) {
        this.graph = graph;
        this.roots = roots;
        this.reach = Reach.of(graph, roots, Cut.none()).andWeakly();
        this.bytes = reach.strongBytes();
    }

    /**
     * Follows everything in a dump.
     *
     * @param fleeting names of classes that come anew, see {@link Roots#fleeting}
     */
    public static Snapshot of(Graph graph, Set<String> fleeting, Belonging belonging) {
        return new Snapshot(graph, Roots.of(graph, fleeting, belonging::isApplication));
    }

    /** Returns the graph. */
    public Graph graph() {
        return graph;
    }

    /** Returns the shortest paths to the instances of a class. */
    public Walk walk(String type, Collections collections) {
        return Walk.to(type, graph, reach, collections);
    }

    /** Returns the shortest paths that are left after a cut. */
    Walk walk(String type, Collections collections, Cut cut) {
        return Walk.to(type, graph, Reach.of(graph, roots, cut), collections);
    }

    /** Returns the bytes that only the links of a cut hold. */
    long retained(Cut cut) {
        return bytes - Reach.of(graph, roots, cut).strongBytes();
    }
}
