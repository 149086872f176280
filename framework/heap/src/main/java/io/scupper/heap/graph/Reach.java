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

    private final Queue far = new Queue();

    /** By the number of a type: whether instances belong to the agent, and whether they cost no step. */
    private final boolean[] own;

    private final boolean[] free;
    private int strong;

    private Reach(Graph graph, Cut cut, List<Root> roots) {
        this.graph = graph;
        this.cut = cut;
        this.roots = roots;
        this.how = new byte[graph.size()];
        this.parents = new int[graph.size()];
        this.order = new int[graph.size()];
        this.own = new boolean[graph.classes()];
        this.free = new boolean[graph.classes()];
        for (int i = 0; i < own.length; i++) {
            Type type = graph.typeAt(i);
            own[i] = type.traits().own();
            free[i] = type.array() || type.traits().inner();
        }
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
        return reach;
    }

    /** Goes on to what is not held in earnest; what is reached in earnest stays as it is. */
    public Reach andWeakly() {
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
        int type = graph.typeNumber(object);
        if (type >= 0 && free[type]) {
            near.add(object);
        } else {
            far.add(object);
        }
    }

    private void drain(byte mark) {
        while (!near.isEmpty() || !far.isEmpty()) {
            int object = near.isEmpty() ? far.remove() : near.removeLast();
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
        int from = graph.firstEdge(object);
        for (int i = from, end = from + graph.degree(object); i < end; i++) {
            int to = graph.edge(i);
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
        Referents referents = graph.referents();
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

    /** Tells whether an object, or a class, belongs to the agent. */
    boolean isOwn(int object) {
        int type = graph.isClass(object) ? object : graph.typeNumber(object);
        return type >= 0 && own[type];
    }
}
