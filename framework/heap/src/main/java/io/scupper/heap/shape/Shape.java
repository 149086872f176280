package io.scupper.heap.shape;

import io.scupper.heap.graph.Root;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one class that are reached from the same kind of root over the same fields: a node in the tree of paths
 * without identity. What repeats itself, as the nodes of a list do, is one shape, so that the tree stays small.
 */
public final class Shape {

    private final @Nullable Shape parent;
    private final Label label;
    private final String type;
    private final boolean collection;
    private final @Nullable Root root;
    private final Map<Edge, Shape> children = new LinkedHashMap<>();
    private final Set<String> repeats = new LinkedHashSet<>();
    private final Set<String> threads = new LinkedHashSet<>();
    private int objects;
    private int targets;

    Shape(@Nullable Shape parent, Label label, String type, boolean collection, @Nullable Root root) {
        this.parent = parent;
        this.label = label;
        this.type = type;
        this.collection = collection;
        this.root = root;
    }

    /** Returns the shape before on the path, or null at a root. */
    public @Nullable Shape parent() {
        return parent;
    }

    /** Returns the edge that leads here. */
    public Label label() {
        return label;
    }

    /** Returns the class of the objects, or {@code class X}. */
    public String type() {
        return type;
    }

    /** Tells whether it is a collection of the JDK or an array. */
    public boolean isCollection() {
        return collection;
    }

    /** Returns how many objects have this shape, of those on a way to what was asked for. */
    public int objects() {
        return objects;
    }

    /** Returns how many instances of what was asked for have this shape. */
    public int targets() {
        return targets;
    }

    /** Returns the fields by which objects of this shape hold others of it, as in a list. */
    public Set<String> repeats() {
        return repeats;
    }

    /** Returns the shapes that begin here and are one step longer. */
    public Collection<Shape> children() {
        return children.values();
    }

    /** Returns the path from the root to here. */
    public List<Shape> path() {
        Deque<Shape> path = new ArrayDeque<>();
        for (Shape at = this; at != null; at = at.parent) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    /** Returns the root that the path begins with; thread and frame are those of one of them. */
    public Root root() {
        Shape at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return java.util.Objects.requireNonNull(at.root);
    }

    /** Returns the names of the threads that the path begins with, at a root. */
    public Set<String> threads() {
        return threads;
    }

    /** Returns the child of the same edge and class, or null. */
    public @Nullable Shape child(Label by, String of) {
        return children.get(new Edge(by, of));
    }

    /** Returns this shape and all that begin with it. */
    List<Shape> all() {
        List<Shape> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children.values());
        }
        return all;
    }

    /** Returns the shape that an edge leads to: a new one, or the one before that is repeated. */
    Shape follow(Label by, String to, boolean toCollection) {
        var edge = new Edge(by, to);
        Shape known = children.get(edge);
        if (known != null) {
            return known;
        }
        if (by.kind() == Label.Kind.FIELD && !collection && type.equals(to)) {
            repeats.add(by.text());
            return this;
        }
        for (Shape at = this; at != null; at = at.parent) {
            if (at.label.equals(by) && at.type.equals(to)) {
                at.repeats.add(by.text());
                return at;
            }
        }
        Shape made = new Shape(this, by, to, toCollection, null);
        children.put(edge, made);
        return made;
    }

    void count() {
        objects++;
    }

    void countTarget() {
        targets++;
    }

    private record Edge(Label label, String type) {}
}
