package io.scupper.heap.growth;

import io.scupper.control.Line;
import io.scupper.heap.graph.Alone;
import io.scupper.heap.graph.Cut;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Type;
import java.util.BitSet;
import java.util.List;

/** What the instances of a class take, by themselves and with all that they alone hold: what would be free if none of them were there. */
public final class Footprint {

    private Footprint() {}

    /**
     * Returns it as lines.
     *
     * @param type the class by its name without numbers of a run; instances that nothing holds in earnest are left out
     */
    public static List<Line> of(String type, Snapshot snapshot) {
        Graph graph = snapshot.graph();
        BitSet instances = snapshot.held(object -> isOf(type, graph, object));
        Alone alone = snapshot.alone(new Cut(instances, new BitSet(), new BitSet()));
        long shallow = instances.stream().mapToLong(graph::sizeOf).sum();
        // Instances that hold one another are among what they alone hold.
        long retained = alone.bytes()
                + instances.stream()
                        .filter(object -> !alone.holds(object))
                        .mapToLong(graph::sizeOf)
                        .sum();
        return List.of(
                Line.of("heap", Report.VERSION),
                Line.of("footprint", type, instances.cardinality(), shallow, retained));
    }

    private static boolean isOf(String type, Graph graph, int object) {
        Type of = graph.isClass(object) ? null : graph.typeOf(object);
        return of != null && of.name().equals(type);
    }
}
