package io.scupper.heap.dump;

import io.scupper.heap.graph.GraphBuilder;
import io.scupper.heap.graph.Root;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the roots of a dump the names of their threads and frames. */
final class RootReader {

    private RootReader() {}

    /** Adds the roots to a graph that has all objects. */
    static void read(GraphBuilder graph, Census census, Stacks stacks, Texts texts) throws IOException {
        Map<Integer, String> threads = threads(census, texts);
        for (RootRecord root : census.roots()) {
            int object = census.number(root.id());
            if (object >= 0) {
                String thread = threads.getOrDefault(root.thread(), "");
                String frame = root.kind() == Root.Kind.LOCAL ? stacks.frame(root.thread(), root.frame()) : "";
                graph.root(new Root(root.kind(), object, isOfThread(root) ? thread : "", frame));
            }
        }
    }

    private static boolean isOfThread(RootRecord root) {
        return switch (root.kind()) {
            case THREAD, LOCAL, JNI_LOCAL -> true;
            default -> false;
        };
    }

    private static Map<Integer, String> threads(Census census, Texts texts) throws IOException {
        List<Integer> serials = new ArrayList<>();
        List<Integer> objects = new ArrayList<>();
        for (RootRecord root : census.roots()) {
            int object = root.kind() == Root.Kind.THREAD ? census.number(root.id()) : -1;
            if (object >= 0) {
                serials.add(root.thread());
                objects.add(object);
            }
        }
        List<String> names = texts.threadNames(objects.stream().mapToInt(i -> i).toArray());
        Map<Integer, String> threads = new HashMap<>();
        for (int i = 0; i < serials.size(); i++) {
            threads.put(serials.get(i), names.get(i));
        }
        return threads;
    }
}
