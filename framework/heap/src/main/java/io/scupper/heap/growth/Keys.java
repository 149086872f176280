package io.scupper.heap.growth;

import io.scupper.heap.dump.Texts;
import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Type;
import io.scupper.heap.shape.Label;
import io.scupper.heap.shape.Shape;
import io.scupper.heap.shape.Walk;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A few keys of a map that grows, as text: people know their data by them. */
final class Keys {

    private static final int SAMPLES = 3;
    private static final int CHARACTERS = 80;

    /** Of so many entries at most are the keys looked at. */
    private static final int TRIES = 100;

    private final Graph graph;
    private final Walk walk;
    private final Texts texts;

    Keys(Graph graph, Walk walk, Texts texts) {
        this.graph = graph;
        this.walk = walk;
        this.texts = texts;
    }

    /** Returns up to three keys, of those that are strings or numbers. */
    List<String> of(Shape held) {
        Label.Kind kind = held.label().kind();
        if (kind != Label.Kind.KEY && kind != Label.Kind.VALUE) {
            return List.of();
        }
        IntStream all = walk.objects(held).stream().limit(TRIES);
        IntStream keys = kind == Label.Kind.KEY ? all : all.map(this::keyOf).filter(key -> key >= 0);
        return texts.of(keys.toArray()).stream()
                .filter(Objects::nonNull)
                .map(Keys::shortened)
                .limit(SAMPLES)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS);
    }

    /** Returns the key beside a value in a node of a map, or -1. */
    private int keyOf(int value) {
        int node = walk.holderOf(value);
        Type type = node < 0 ? null : graph.typeOf(node);
        List<Field> fields = type == null ? List.of() : type.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals("key")) {
                return graph.target(node, i);
            }
        }
        return -1;
    }
}
