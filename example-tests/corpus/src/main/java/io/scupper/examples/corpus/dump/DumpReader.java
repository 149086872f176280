package io.scupper.examples.corpus.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import kotlin.sequences.SequencesKt;
import shark.GcRoot;
import shark.HeapField;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapValue;
import shark.HprofHeapGraph;
import shark.HprofRecordTag;

/** Reads a heap dump as the tree of the shortest paths to its objects, breadth first. */
final class DumpReader {

    private static final EnumSet<HprofRecordTag> ROOTS = EnumSet.of(
            HprofRecordTag.ROOT_JNI_GLOBAL,
            HprofRecordTag.ROOT_JNI_LOCAL,
            HprofRecordTag.ROOT_JAVA_FRAME,
            HprofRecordTag.ROOT_NATIVE_STACK,
            HprofRecordTag.ROOT_STICKY_CLASS,
            HprofRecordTag.ROOT_THREAD_BLOCK,
            HprofRecordTag.ROOT_MONITOR_USED,
            HprofRecordTag.ROOT_THREAD_OBJECT);

    /** As in LeakCanary's {@code JdkReferenceMatchers}: links that hold nothing, or that the JVM itself makes. */
    private static final Set<String> IGNORED = Set.of(
            "Reference.referent",
            "Reference.discovered",
            "Reference.next",
            "Finalizer.next",
            "Finalizer.prev",
            "PhantomCleanable.next",
            "PhantomCleanable.prev",
            "Cleaner.next",
            "Cleaner.prev",
            "ClassLoader.parallelLockMap");

    private static final String RESOLVED = "<resolved_references>";

    private final HeapGraph graph;
    private final Set<Long> visited = new HashSet<>();
    private final Deque<Reached> queue = new ArrayDeque<>();

    private DumpReader(HeapGraph graph) {
        this.graph = graph;
    }

    /** Reads a dump and returns the root of its tree. */
    static PathNode read(Path dump) throws IOException {
        try (var graph = HprofHeapGraph.Companion.openHeapGraph(dump.toFile(), null, ROOTS)) {
            return new DumpReader(graph).tree();
        }
    }

    private PathNode tree() {
        var root = new PathNode("root", null);
        root.objects = 1;
        Map<String, List<Long>> roots = new LinkedHashMap<>();
        for (GcRoot each : graph.getGcRoots()) {
            if (each.getId() != 0 && graph.objectExists(each.getId())) {
                roots.computeIfAbsent(each.getClass().getSimpleName(), name -> new ArrayList<>())
                        .add(each.getId());
            }
        }
        roots.forEach((name, ids) -> queue.add(new Reached(new PathNode(name, root), ids)));
        while (!queue.isEmpty()) {
            visit(queue.remove());
        }
        return root;
    }

    private void visit(Reached reached) {
        Map<String, List<Long>> edges = new LinkedHashMap<>();
        int count = 0;
        for (long id : reached.ids) {
            if (visited.add(id)) {
                count++;
                references(graph.findObjectById(id), (name, to) -> {
                    if (!visited.contains(to)) {
                        edges.computeIfAbsent(name, unknown -> new ArrayList<>())
                                .add(to);
                    }
                });
            }
        }
        if (count > 0) {
            reached.node.reached(count);
            edges.forEach((name, ids) -> queue.add(new Reached(new PathNode(name, reached.node), ids)));
        }
    }

    private void references(HeapObject object, BiConsumer<String, Long> edge) {
        if (object instanceof HeapObject.HeapInstance instance) {
            SequencesKt.asIterable(instance.readFields()).forEach(field -> field(field, edge));
        } else if (object instanceof HeapObject.HeapClass type) {
            SequencesKt.asIterable(type.readStaticFields()).forEach(field -> field(field, edge));
        } else if (object instanceof HeapObject.HeapObjectArray array) {
            SequencesKt.asIterable(array.readElements())
                    .forEach(element -> value(array.getArrayClassSimpleName() + ".[x]", element, edge));
        }
    }

    private void field(HeapField field, BiConsumer<String, Long> edge) {
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        if (!IGNORED.contains(name) && !field.getName().startsWith(RESOLVED)) {
            value(name, field.getValue(), edge);
        }
    }

    private void value(String name, HeapValue value, BiConsumer<String, Long> edge) {
        Long id = value.getAsNonNullObjectId();
        if (id != null && graph.objectExists(id)) {
            edge.accept(name + " -> " + nameOf(graph.findObjectById(id)), id);
        }
    }

    private static String nameOf(HeapObject object) {
        if (object instanceof HeapObject.HeapInstance instance) {
            return "instance of " + instance.getInstanceClassName();
        }
        if (object instanceof HeapObject.HeapClass type) {
            return "class " + type.getName();
        }
        if (object instanceof HeapObject.HeapObjectArray array) {
            return "array of " + array.getArrayClassName();
        }
        return "array of " + ((HeapObject.HeapPrimitiveArray) object).getPrimitiveType();
    }

    private record Reached(PathNode node, List<Long> ids) {}
}
