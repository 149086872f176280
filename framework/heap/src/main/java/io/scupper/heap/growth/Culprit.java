package io.scupper.heap.growth;

import io.scupper.heap.graph.Root;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Label;
import io.scupper.heap.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Class and field of the application to blame: those nearest to the place that grows, towards the root if there are any, else
 * towards what grew.
 *
 * @param type the class
 * @param member its field, or its method if a stack holds the path; empty if neither is known
 * @param at the shape that the field leads to
 */
public record Culprit(String type, String member, Shape at) {

    /** Finds whom to blame for a place, or null if nothing on the path belongs to the application. */
    static @Nullable Culprit of(Shape end, @Nullable Shape held, Belonging belonging) {
        List<Shape> path = end.path();
        int from = held == null ? path.size() - 1 : path.indexOf(held);
        for (int i = from; i >= 0; i--) {
            Culprit culprit = at(path.get(i), belonging);
            if (culprit != null) {
                return culprit;
            }
        }
        for (Shape step : new ArrayList<>(path.subList(from + 1, path.size()))) {
            Culprit culprit = at(step, belonging);
            if (culprit != null) {
                return culprit;
            }
        }
        return belonging.isApplication(end.type()) ? new Culprit(end.type(), "", end) : null;
    }

    private static @Nullable Culprit at(Shape step, Belonging belonging) {
        Label label = step.label();
        Shape parent = step.parent();
        if (parent == null) {
            return root(step, belonging);
        }
        if (!label.owner().isEmpty() && belonging.isApplication(label.owner())) {
            return new Culprit(label.owner(), label.name(), step);
        }
        // A class of the application that inherits the field, or that is a collection itself.
        boolean inherits =
                belonging.isApplication(parent.type()) && !parent.type().endsWith("[]");
        return inherits ? new Culprit(parent.type(), label.name(), step) : null;
    }

    private static @Nullable Culprit root(Shape step, Belonging belonging) {
        Root root = step.root();
        String frame = root.frame();
        if (root.kind() == Root.Kind.LOCAL && belonging.isApplication(frame)) {
            int dot = frame.lastIndexOf('.');
            return new Culprit(frame.substring(0, dot), frame.substring(dot + 1), step);
        }
        return null;
    }
}
