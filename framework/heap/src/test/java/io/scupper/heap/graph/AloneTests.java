package io.scupper.heap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cut alone holds is found without following everything again; it must be what following everything finds. */
class AloneTests {

    private static final int GRAPHS = 300;
    private static final int OBJECTS = 60;
    private static final int CLASSES = 4;

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.2, 2.5})
    void isWhatIsNotReachedAfterTheCut(double edges) {
        var random = new Random(42);
        int some = 0;
        int others = 0;
        for (int i = 0; i < GRAPHS; i++) {
            Graph graph = graph(random, edges);
            List<Root> roots = roots(graph, random);
            Cut cut = new Cut(bits(random, 3), bits(random, 20), bits(random, 20));
            Reach all = Reach.of(graph, roots, Cut.none());
            Reach left = Reach.of(graph, roots, cut);

            Alone alone = Alone.of(graph, all, cut);

            assertThat(alone.bytes()).as("graph %d", i).isEqualTo(bytes(graph, all) - bytes(graph, left));
            some += alone.bytes() > 0 ? 1 : 0;
            others += alone.hasOthers("acme.T3") ? 1 : 0;
        }
        assertThat(some).isBetween(GRAPHS / 10, GRAPHS);
        assertThat(others).isBetween(1, GRAPHS - 1);
    }

    private static Graph graph(Random random, double edges) {
        List<Type> types = IntStream.range(0, CLASSES)
                .mapToObj(i -> new Type(
                        "acme.T" + i, List.of(), List.of(), true, null, new Type.Traits(i == 0, i == 1, i == 2)))
                .toList();
        var builder = new GraphBuilder(types, new int[CLASSES], OBJECTS, 10_000);
        for (int i = 0; i < OBJECTS; i++) {
            boolean isClass = i < CLASSES;
            builder.list(i, isClass ? -1 : random.nextInt(CLASSES), isClass ? 0 : 1 << random.nextInt(20));
            for (double left = edges; left > random.nextDouble(); left--) {
                builder.element(random.nextInt(OBJECTS) - 1);
            }
        }
        return builder.build();
    }

    private static List<Root> roots(Graph graph, Random random) {
        return IntStream.range(0, 4)
                .mapToObj(i ->
                        new Root(i < 2 ? Root.Kind.THREAD : Root.Kind.LOCAL, random.nextInt(graph.size()), "main", ""))
                .toList();
    }

    private static BitSet bits(Random random, int count) {
        var bits = new BitSet();
        random.ints(count, 0, OBJECTS).forEach(bits::set);
        return bits;
    }

    private static long bytes(Graph graph, Reach reach) {
        return IntStream.range(0, reach.strong())
                .mapToLong(i -> graph.sizeOf(reach.at(i)))
                .sum();
    }
}
