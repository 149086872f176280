package io.scupper.heap.graph;

import java.util.BitSet;

/**
 * What a cut alone holds: objects that nothing reaches any more when its links are gone. Only what lies behind the cut on the
 * shortest ways can be among them, so that the rest is looked over once, in the order of memory, and not followed again.
 */
public final class Alone {

    private final Graph graph;
    private final Reach reach;
    private final Cut cut;

    /** What lies behind the cut, and has not been found to be held by something else. */
    private final BitSet objects = new BitSet();

    /** What has been. */
    private final BitSet others = new BitSet();

    private final Numbers found = new Numbers();

    private Alone(Graph graph, Reach reach, Cut cut) {
        this.graph = graph;
        this.reach = reach;
        this.cut = cut;
    }

    /**
     * Finds the objects.
     *
     * @param reach what is held without any cut
     */
    public static Alone of(Graph graph, Reach reach, Cut cut) {
        var alone = new Alone(graph, reach, cut);
        alone.collect();
        if (!alone.objects.isEmpty()) {
            alone.giveBack();
        }
        return alone;
    }

    /** Returns the bytes of the objects. */
    public long bytes() {
        return objects.stream().mapToLong(graph::sizeOf).sum();
    }

    /** Tells whether an object is one of them. */
    public boolean holds(int object) {
        return objects.get(object);
    }

    /** Tells whether something else holds instances of a class that lie behind the cut. */
    public boolean hasOthers(String type) {
        return others.stream()
                .mapToObj(graph::typeOf)
                .anyMatch(of -> of != null && of.name().equals(type));
    }

    private void collect() {
        for (int i = 0; i < reach.strong(); i++) {
            int object = reach.at(i);
            int parent = reach.parent(object);
            if (parent >= 0 && (objects.get(parent) || isCut(parent, object))) {
                objects.set(object);
            }
        }
    }

    private boolean isCut(int from, int to) {
        return cut.closed().get(from) || cut.gates().get(from) && cut.targets().get(to);
    }

    private void giveBack() {
        reach.roots().forEach(root -> find(root.object()));
        drain();
        for (int object = 0; object < graph.size(); object++) {
            if (reach.isStrong(object) && !objects.get(object) && !others.get(object)) {
                expand(object);
                drain();
            }
        }
    }

    private void drain() {
        while (!found.isEmpty()) {
            expand(found.removeLast());
        }
    }

    private void expand(int object) {
        if (cut.closed().get(object) || reach.isOwn(object)) {
            return;
        }
        boolean gate = cut.gates().get(object);
        int from = graph.firstEdge(object);
        for (int i = from, end = from + graph.degree(object); i < end; i++) {
            int to = graph.edge(i);
            if (to >= 0 && !(gate && cut.targets().get(to))) {
                find(to);
            }
        }
        int type = graph.typeNumber(object);
        if (type >= 0) {
            find(type);
        }
    }

    private void find(int object) {
        if (objects.get(object)) {
            objects.clear(object);
            others.set(object);
            found.add(object);
        }
    }
}
