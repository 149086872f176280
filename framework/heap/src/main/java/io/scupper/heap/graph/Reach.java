package io.scupper.heap.graph;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be reached in a graph and over which shortest way, breadth first and without recursion. First what lasts is asked:
 * classes, threads, JNI; then what stacks hold besides; then what only references hold that do not keep it, or the agent.
 * The nodes within a JDK collection, and arrays, cost no step: each entry is as near as the others.
 */
public final class Reach {

    private static final byte STRONG = 1;
    private static final byte WEAKER = 2;

    private final Graph graph;
    private final Cut cut;
    private final List<Root> roots;

    /** 0 for what is not reached, {@link #STRONG}, or {@link #WEAKER} plus the ordinal of the weakness. */
    private final byte[] how;

    /** The object before on the way, or the complement of the root's number. */
    private final int[] parents;

    private final int[] order;
    private int ordered;

    /** What is to be expanded next, before what is {@code far}. */
    private final Numbers near = new Numbers();

    private int[] far;
    private int farFrom;
    private int farTo;
    private int strong;

    private Reach(Graph graph, Cut cut, List<Root> roots) {
        this.graph = graph;
        this.cut = cut;
        this.roots = roots;
        this.how = new byte[graph.size()];
        this.parents = new int[graph.size()];
        this.order = new int[graph.size()];
        this.far = new int[graph.size()];
    }

    /**
     * Follows everything from the roots.
     *
     * @param roots in the order in which they are to be asked, see {@link Roots}
     */
    public static Reach of(Graph graph, List<Root> roots, Cut cut) {
        var reach = new Reach(graph, cut, roots);
        reach.seed(root -> roots.get(root).kind().isFirst());
        reach.seed(root -> !roots.get(root).kind().isFirst());
        reach.strong = reach.ordered;
        reach.far = new int[0];
        return reach;
    }

    /** Goes on to what is not held in earnest; what is reached in earnest stays as it is. */
    public Reach andWeakly() {
        far = new int[graph.size() - farTo];
        farFrom = 0;
        farTo = 0;
        for (Weakness weakness : Weakness.values()) {
            byte mark = (byte) (WEAKER + weakness.ordinal());
            if (weakness == Weakness.OWN) {
                expandOwn(mark);
            }
            int before;
            do {
                before = ordered;
                followReferences(weakness, mark);
            } while (ordered > before);
        }
        far = new int[0];
        return this;
    }

    /** Returns the roots that were asked. */
    public List<Root> roots() {
        return roots;
    }

    /** Returns how many objects are held in earnest. */
    public int strong() {
        return strong;
    }

    /** Returns the objects that are held in earnest, from 0 to {@link #strong}: each after the one before it on its way. */
    public int at(int i) {
        return order[i];
    }

    /** Returns the object before on the way, or the complement of the number of a root, which is negative. */
    public int parent(int object) {
        return parents[object];
    }

    /** Tells whether an object is held in earnest. */
    public boolean isStrong(int object) {
        return how[object] == STRONG;
    }

    /** Returns how an object is held that is not held in earnest, or null if nothing refers to it. */
    public @Nullable Weakness weakness(int object) {
        return how[object] < WEAKER ? null : Weakness.values()[how[object] - WEAKER];
    }

    /** Returns the bytes of all that is held in earnest. */
    public long strongBytes() {
        long bytes = 0;
        for (int i = 0; i < strong; i++) {
            bytes += graph.sizeOf(order[i]);
        }
        return bytes;
    }

    private void seed(IntPredicate chosen) {
        for (int root = 0; root < roots.size(); root++) {
            if (chosen.test(root)) {
                visit(roots.get(root).object(), ~root, STRONG);
            }
        }
        drain(STRONG);
    }

    private void visit(int object, int parent, byte mark) {
        if (how[object] != 0) {
            return;
        }
        how[object] = mark;
        parents[object] = parent;
        Type type = graph.typeOf(object);
        if (type != null && (type.array() || type.traits().inner())) {
            near.add(object);
        } else {
            far[farTo++] = object;
        }
    }

    private void drain(byte mark) {
        while (!near.isEmpty() || farFrom < farTo) {
            int object = near.isEmpty() ? far[farFrom++] : near.removeLast();
            order[ordered++] = object;
            if (mark == WEAKER + Weakness.OWN.ordinal() || !isOwn(object)) {
                expand(object, mark);
            }
        }
    }

    private void expand(int object, byte mark) {
        if (cut.closed().get(object)) {
            return;
        }
        boolean gate = cut.gates().get(object);
        for (int i = 0, degree = graph.degree(object); i < degree; i++) {
            int to = graph.target(object, i);
            if (to >= 0 && !(gate && cut.targets().get(to))) {
                visit(to, object, mark);
            }
        }
        int type = graph.typeNumber(object);
        if (type >= 0) {
            visit(type, object, mark);
        }
    }

    private void followReferences(Weakness weakness, byte mark) {
        Graph.Referents referents = graph.referents();
        for (int i = 0; i < referents.size(); i++) {
            int holder = referents.holder(i);
            Type type = graph.typeOf(holder);
            boolean any = weakness == Weakness.OWN;
            if (how[holder] != 0 && type != null && (any || type.reference() == weakness)) {
                visit(referents.target(i), holder, mark);
            }
        }
        drain(mark);
    }

    private void expandOwn(byte mark) {
        for (int object = 0; object < graph.size(); object++) {
            if (isOwn(object) && (how[object] != 0 || graph.isClass(object))) {
                visit(object, ~0, mark);
                expand(object, mark);
            }
        }
        drain(mark);
    }

    private boolean isOwn(int object) {
        Type type = graph.isClass(object) ? graph.typeAt(object) : graph.typeOf(object);
        return type != null && type.traits().own();
    }
}
