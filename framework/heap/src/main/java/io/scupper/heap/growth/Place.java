package io.scupper.heap.growth;

import io.scupper.heap.graph.Names;
import io.scupper.heap.shape.Label;
import io.scupper.heap.shape.Shape;
import io.scupper.heap.shape.Walk;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a path begins to grow: what stays as it is, and what of it becomes more.
 *
 * @param holder the last shape that stays, such as a map; null if the roots themselves become more
 * @param held the first shape that grows, such as the map's values
 * @param before how many there were
 * @param after how many there are
 */
public record Place(@Nullable Shape holder, Shape held, int before, int after) {

    /**
     * Finds the place on the path to what grew: a step explains the growth at its end if it has grown at least half as much
     * as that, in proportion.
     */
    static Place of(Shape end, Walk earlier) {
        double growth = growth(end, earlier, end);
        Shape holder = null;
        for (Shape step : end.path()) {
            if (growth(step, earlier, end) >= growth / 2) {
                return new Place(holder, step, objects(earlier.like(step)), step.objects());
            }
            holder = step;
        }
        return new Place(end.parent(), end, objects(earlier.like(end)), end.objects());
    }

    /** Returns the name that people have for it: the field that holds the collection, or the fields on the way to it. */
    public String name() {
        if (holder == null) {
            return RootWords.of(held);
        }
        return holder.isCollection() ? name(holder) : held.label().text();
    }

    /** Returns what it is: a class without its package, or how its objects hang together. */
    public String type() {
        if (holder == null) {
            return "roots";
        }
        if (holder.isCollection()) {
            return Names.simple(holder.type()).replaceFirst("^(Collections|ThreadLocal|Arrays)\\$", "");
        }
        return held.repeats().isEmpty()
                ? Names.simple(held.type())
                : Names.simple(held.type()) + " linked by "
                        + held.repeats().stream().map(Names::simple).collect(Collectors.joining(", "));
    }

    /** Returns what is counted: entries of a map, elements, or objects. */
    public String unit() {
        if (holder == null || !holder.isCollection()) {
            return "objects";
        }
        return held.label().kind() == Label.Kind.ELEMENT ? "elements" : "entries";
    }

    /** Returns what hangs from the entry: key, value or element; or link. */
    public String hangs() {
        if (holder == null) {
            return "root";
        }
        return switch (held.label().kind()) {
            case KEY -> "key";
            case VALUE, LOCAL -> "value";
            case ELEMENT -> "element";
            default -> "link";
        };
    }

    private static String name(Shape collection) {
        Shape parent = collection.parent();
        if (parent == null) {
            return RootWords.of(collection);
        }
        Label label = collection.label();
        if (label.kind() == Label.Kind.LOCAL) {
            return label.inWords() + " of " + RootWords.thread(collection.path().get(0));
        }
        if (label.isEntry()) {
            return name(parent) + label.text();
        }
        if (label.name().equals("threadLocals") || label.name().equals("inheritableThreadLocals")) {
            return "thread locals of " + RootWords.thread(parent);
        }
        return label.text();
    }

    private static double growth(Shape shape, Walk earlier, Shape end) {
        // What was not there at all began with one of each: else the first round of a lazy collection would blame its
        // root.
        int least = earlier.like(end) == null ? 1 : 0;
        int before = Math.max(least, objects(earlier.like(shape)));
        return (shape.objects() - before) / (double) Math.max(1, shape.objects());
    }

    /** Returns how many objects a shape has; none that is not there. */
    static int objects(@Nullable Shape shape) {
        return shape == null ? 0 : shape.objects();
    }
}
