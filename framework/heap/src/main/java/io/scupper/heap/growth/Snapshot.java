package io.scupper.heap.growth;

import io.scupper.heap.graph.Alone;
import io.scupper.heap.graph.Cut;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Reach;
import io.scupper.heap.graph.Root;
import io.scupper.heap.graph.Roots;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Collections;
import io.scupper.heap.shape.Walk;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One dump, its roots, and what can be reached from them. */
public final class Snapshot {

    private final Graph graph;
    private final List<Root> roots;
    private final Reach reach;

    /** What the cut that was asked for last holds alone: it is asked for twice. */
    private @Nullable Cut asked;

    private @Nullable Alone answered;

    private Snapshot(Graph graph, List<Root> roots) {
        this.graph = graph;
        this.roots = roots;
        this.reach = Reach.of(graph, roots, Cut.none()).andWeakly();
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

    /** Returns those of the objects that are held in earnest of which this is true. */
    BitSet held(IntPredicate which) {
        var held = new BitSet();
        for (int object = 0; object < graph.size(); object++) {
            if (reach.isStrong(object) && which.test(object)) {
                held.set(object);
            }
        }
        return held;
    }

    /** Returns the shortest paths to the instances of a class. */
    public Walk walk(String type, Collections collections) {
        return Walk.to(type, graph, reach, collections);
    }

    /** Returns the shortest paths that are left after a cut. */
    Walk walk(String type, Collections collections, Cut cut) {
        Reach left = cut.isNothing() ? reach : Reach.of(graph, roots, cut);
        return Walk.to(type, graph, left, collections);
    }

    /** Returns what only the links of a cut hold. */
    Alone alone(Cut cut) {
        Alone last = answered;
        if (last == null || !cut.equals(asked)) {
            last = Alone.of(graph, reach, cut);
            asked = cut;
            answered = last;
        }
        return last;
    }
}
