package io.scupper.heap.shape;

import io.scupper.heap.graph.Cut;
import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Reach;
import io.scupper.heap.graph.Root;
import io.scupper.heap.graph.Type;
import io.scupper.heap.graph.Weakness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shortest paths to the instances of one class in one dump, as a tree of shapes. */
public final class Walk {

    private static final Field THREAD_HOLDER = new Field("java.lang.Thread", "holder");
    private static final Field THREAD_TASK = new Field("java.lang.Thread$FieldHolder", "task");
    private static final Field THREAD_TARGET = new Field("java.lang.Thread", "target");

    /** How far the holder of a thread local is looked for: through a collection of them. */
    private static final int HOLDERS_OF_LOCALS = 8;

    private final Graph graph;
    private final Reach reach;
    private final Collections collections;

    /** By the number of a type: whether it is what is walked to. */
    private final boolean[] wanted;

    private final Marked marked;

    /** Those objects that are on a path and no part of a collection's inside. */
    private final BitSet counted = new BitSet();

    /** Of the objects on a path, by their rank among those. */
    private final @Nullable Shape[] shapes;

    private final Map<String, Shape> roots = new LinkedHashMap<>();
    private final Map<String, Boolean> sets = new HashMap<>();

    private Walk(Graph graph, Reach reach, Collections collections, String target) {
        this.graph = graph;
        this.reach = reach;
        this.collections = collections;
        this.wanted = new boolean[graph.classes()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = graph.typeAt(i).name().equals(target);
        }
        this.marked = mark();
        this.shapes = new Shape[marked.size()];
    }

    /** Walks to all instances of a class, given by its {@link Names#plain} name, that are held in earnest. */
    public static Walk to(String target, Graph graph, Reach reach, Collections collections) {
        var walk = new Walk(graph, reach, collections, target);
        for (int i = 0; i < reach.strong(); i++) {
            int object = reach.at(i);
            if (walk.marked.get(object)) {
                walk.step(object);
            }
        }
        return walk;
    }

    /** Returns the shapes that instances of the class themselves have. */
    public List<Shape> ends() {
        List<Shape> ends = new ArrayList<>();
        for (Shape root : roots.values()) {
            root.all().stream().filter(shape -> shape.targets() > 0).forEach(ends::add);
        }
        return ends;
    }

    /** Returns the shape of this dump with the path of another's, or null. */
    public @Nullable Shape like(Shape other) {
        Shape at = null;
        for (Shape step : other.path()) {
            at = at == null ? roots.get(rootKey(step.root(), step.type())) : at.child(step.label(), step.type());
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** Returns how many instances of the class are not held in earnest, by how they are. */
    public Map<Weakness, Integer> weakly() {
        Map<Weakness, Integer> counts = new EnumMap<>(Weakness.class);
        for (int i = graph.classes(); i < graph.size(); i++) {
            Weakness weakness = isTarget(i) ? reach.weakness(i) : null;
            if (weakness != null) {
                counts.merge(weakness, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Returns the objects of a shape, without what is inside of a collection. */
    public BitSet objects(Shape shape) {
        BitSet objects = objectsAndInside(shape);
        objects.and(counted);
        return objects;
    }

    /** Returns the cut that takes away what a shape holds: all of a collection, else only the links to another shape. */
    public Cut cut(@Nullable Shape holder, Shape held) {
        if (holder == null) {
            return new Cut(objects(held), new BitSet(), new BitSet());
        }
        if (holder.isCollection()) {
            // With its nodes: a thread's stack may still know one of them, and the nodes know each other.
            return new Cut(objectsAndInside(holder), new BitSet(), new BitSet());
        }
        BitSet targets = objects(held);
        var gates = new BitSet();
        targets.stream().map(reach::parent).filter(parent -> parent >= 0).forEach(gates::set);
        return new Cut(new BitSet(), gates, targets);
    }

    /** Returns the object before on the way to one, or -1. */
    public int holderOf(int object) {
        return Math.max(-1, reach.parent(object));
    }

    private BitSet objectsAndInside(Shape shape) {
        var objects = new BitSet();
        marked.forEach((object, rank) -> {
            if (shapes[rank] == shape) {
                objects.set(object);
            }
        });
        return objects;
    }

    private boolean isTarget(int object) {
        int type = graph.typeNumber(object);
        return type >= 0 && wanted[type];
    }

    private Marked mark() {
        var onPath = new BitSet(graph.size());
        for (int i = graph.classes(); i < graph.size(); i++) {
            if (isTarget(i) && reach.isStrong(i)) {
                for (int object = i; object >= 0 && !onPath.get(object); object = reach.parent(object)) {
                    onPath.set(object);
                }
            }
        }
        return new Marked(onPath);
    }

    private void step(int object) {
        int parent = reach.parent(object);
        boolean isTarget = isTarget(object);
        Shape shape = parent < 0 ? root(reach.roots().get(~parent), object) : null;
        if (shape == null) {
            Shape from = Objects.requireNonNull(shapes[marked.rank(parent)]);
            Field field = graph.fieldTo(parent, object);
            if (!isTarget && isInside(from, parent, object, field)) {
                shapes[marked.rank(object)] = from;
                return;
            }
            shape = from.follow(label(from, parent, field), graph.nameOf(object), isCollection(object));
        }
        shapes[marked.rank(object)] = shape;
        counted.set(object);
        shape.count();
        if (isTarget) {
            shape.countTarget();
        }
    }

    private boolean isInside(Shape from, int parent, int object, @Nullable Field field) {
        if (field != null && field.equals(THREAD_HOLDER)) {
            return true;
        }
        if (!from.isCollection()) {
            return false;
        }
        Type type = graph.typeOf(object);
        return field == null ? isArray(parent) && type != null && type.traits().inner() : collections.isInside(field);
    }

    private Label label(Shape from, int parent, @Nullable Field field) {
        if (field == null) {
            return isArray(parent) ? Label.of(Label.Kind.ELEMENT) : new Label(Label.Kind.TYPE, "", typeLink(parent));
        }
        if (graph.isClass(parent)) {
            return Label.of(Label.Kind.STATIC, field);
        }
        Label.Kind payload = from.isCollection() ? collections.payload(field) : null;
        if (payload == Label.Kind.LOCAL) {
            return threadLocal(parent);
        } else if (payload != null) {
            return Label.of(payload == Label.Kind.KEY && isSet(from) ? Label.Kind.ELEMENT : payload);
        }
        // Since JDK 19 there is an object between a thread and its task; the path is the same to those who read it.
        return Label.of(Label.Kind.FIELD, field.equals(THREAD_TASK) ? THREAD_TARGET : field);
    }

    private String typeLink(int parent) {
        return graph.isClass(parent) ? "loader" : "class";
    }

    /** Names a thread local by the field that holds it, or the collection that it is in. */
    private Label threadLocal(int entry) {
        int local = graph.referents().of(entry);
        int object = local >= 0 && reach.isStrong(local) ? local : -1;
        for (int i = 0; i < HOLDERS_OF_LOCALS && object >= 0; i++) {
            int holder = reach.parent(object);
            Field field = holder < 0 ? null : graph.fieldTo(holder, object);
            if (field != null && !collections.isInside(field) && collections.payload(field) == null) {
                return Label.of(Label.Kind.LOCAL, field);
            }
            object = holder;
        }
        return Label.of(Label.Kind.LOCAL);
    }

    private boolean isSet(Shape collection) {
        return sets.computeIfAbsent(collection.type(), type -> {
            for (int i = 0; i < graph.classes(); i++) {
                if (graph.typeAt(i).name().equals(type)) {
                    return collections.isSet(graph.typeAt(i).fields());
                }
            }
            return false;
        });
    }

    private boolean isCollection(int object) {
        Type type = graph.typeOf(object);
        return type != null && (type.array() || type.traits().collection());
    }

    private boolean isArray(int object) {
        Type type = graph.typeOf(object);
        return type != null && type.array();
    }

    private Shape root(Root root, int object) {
        String type = graph.nameOf(object);
        Shape shape = roots.computeIfAbsent(
                rootKey(root, type),
                key -> new Shape(null, Label.of(Label.Kind.ROOT), type, isCollection(object), root));
        shape.threads().add(root.thread());
        return shape;
    }

    private static String rootKey(Root root, String type) {
        return root.kind() + " " + type + " " + Names.ofThread(root.thread()) + " " + root.frame();
    }
}
