package io.scupper.heap.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Puts the roots of a dump in an order that is the same in another run, and adds the classes, whose static fields last. */
public final class Roots {

    private Roots() {}

    /**
     * Returns the roots in the order in which they are to be asked.
     *
     * @param fleeting names of classes that come anew: no roots, something holds their loaders
     * @param application tells classes of the application, which go first
     */
    public static List<Root> of(Graph graph, Set<String> fleeting, Predicate<String> application) {
        List<Root> all = new ArrayList<>();
        for (int i = 0; i < graph.classes(); i++) {
            Type type = graph.typeAt(i);
            if (!type.traits().own() && !fleeting.contains(type.name())) {
                all.add(new Root(Root.Kind.CLASS, i, "", ""));
            }
        }
        for (Root root : graph.roots()) {
            if (!graph.isClass(root.object())) {
                all.add(root);
            }
        }
        all.sort(Comparator.comparing(Root::kind)
                .thenComparing(root -> !application.test(name(graph, root)))
                .thenComparing(root -> name(graph, root))
                .thenComparing(Root::thread)
                .thenComparing(Root::frame));
        return all;
    }

    /** Returns the names of classes of which there are several, and not as many in both dumps: their loaders come anew. */
    public static Set<String> fleeting(Graph before, Graph after) {
        Map<String, Integer> then = counts(before);
        Set<String> names = new HashSet<>();
        counts(after).forEach((name, count) -> {
            int earlier = then.getOrDefault(name, 0);
            if (Math.max(count, earlier) > 1 && count != earlier) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns the names of classes of which there are several in one dump. */
    public static Set<String> several(Graph graph) {
        Map<String, Integer> counts = counts(graph);
        counts.values().removeIf(count -> count < 2);
        return counts.keySet();
    }

    private static Map<String, Integer> counts(Graph graph) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < graph.classes(); i++) {
            counts.merge(graph.typeAt(i).name(), 1, Integer::sum);
        }
        return counts;
    }

    private static String name(Graph graph, Root root) {
        return graph.isClass(root.object()) ? graph.typeAt(root.object()).name() : graph.nameOf(root.object());
    }
}
