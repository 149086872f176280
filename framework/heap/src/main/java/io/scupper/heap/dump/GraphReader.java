package io.scupper.heap.dump;

import io.scupper.heap.dump.Layouts.Layout;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.GraphBuilder;
import io.scupper.heap.graph.Root;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import shark.GcRoot;
import shark.HeapGraph;
import shark.HeapObject;
import shark.HeapObject.HeapClass;
import shark.HeapObject.HeapInstance;
import shark.HeapObject.HeapObjectArray;
import shark.HeapObject.HeapPrimitiveArray;

/** Turns a dump that Shark has opened into a {@link Graph}, in one pass over its objects. */
final class GraphReader {

    /** What the code of a class holds; HotSpot shows it as static fields of this name, several with numbers. */
    private static final String CONSTANTS = "<resolved_references>";

    private static final int ARRAY_HEADER = 16;

    private final HeapGraph heap;
    private final Ids ids;
    private final List<Layout> layouts;
    private final Map<String, Integer> primitives = new HashMap<>();
    private final GraphBuilder graph;

    private GraphReader(HeapGraph heap, List<Layout> layouts) {
        this.heap = heap;
        this.layouts = layouts;
        this.ids = new Ids(heap);
        for (int i = 0; i < layouts.size(); i++) {
            String name = layouts.get(i).type().name();
            if (name.endsWith("[]") && name.indexOf('.') < 0) {
                primitives.put(name, i);
            }
        }
        this.graph = new GraphBuilder(layouts.stream().map(Layout::type).toList(), heap.getObjectCount(), edges());
    }

    static Graph read(HeapGraph heap, List<Layout> layouts, Stacks stacks) {
        var reader = new GraphReader(heap, layouts);
        for (Iterator<HeapObject> it = heap.getObjects().iterator(); it.hasNext(); ) {
            reader.object(it.next());
        }
        reader.roots(stacks);
        return reader.graph.build();
    }

    private int edges() {
        long edges = 0;
        for (Iterator<HeapObject> it = heap.getObjects().iterator(); it.hasNext(); ) {
            HeapObject object = it.next();
            if (object instanceof HeapInstance instance) {
                edges += layouts.get(ids.number(instance.getInstanceClassId())).offsets().length;
            } else if (object instanceof HeapObjectArray array) {
                edges += array.getRecordSize() / heap.getIdentifierByteSize();
            } else if (object instanceof HeapClass type) {
                edges += layouts.get(type.getObjectIndex()).type().statics().size() + 2;
            }
        }
        return Math.toIntExact(edges);
    }

    private void object(HeapObject object) {
        if (object instanceof HeapInstance instance) {
            instance(instance);
        } else if (object instanceof HeapObjectArray array) {
            array(array);
        } else if (object instanceof HeapClass type) {
            type(type);
        } else if (object instanceof HeapPrimitiveArray array) {
            // Beside its content the record has an id, two numbers and a type.
            int content = array.getRecordSize() - heap.getIdentifierByteSize() - 9;
            graph.object(primitives.getOrDefault(array.getArrayClassName(), -1), Layouts.size(ARRAY_HEADER, content));
        }
    }

    private void type(HeapClass type) {
        graph.object(-1, 0);
        String name = layouts.get(type.getObjectIndex()).type().name();
        for (Layouts.Static field : Layouts.statics(type)) {
            int to = ids.number(field.value());
            if (field.name().startsWith(CONSTANTS)) {
                if (to >= 0) {
                    graph.root(new Root(Root.Kind.CONSTANT, to, "", name));
                }
                to = -1;
            }
            graph.edge(to);
        }
        var record = type.readRecord();
        graph.edge(ids.number(record.getClassLoaderId()));
        graph.edge(ids.number(record.getSuperclassId()));
    }

    private void instance(HeapInstance instance) {
        int number = ids.number(instance.getInstanceClassId());
        Layout layout = layouts.get(number);
        int[] offsets = layout.offsets();
        graph.object(number, layout.size());
        if (offsets.length == 0) {
            return;
        }
        byte[] values = instance.readRecord().getFieldValues();
        for (int i = 0; i < offsets.length; i++) {
            int to = ids.number(id(values, offsets[i]));
            boolean referent = layout.referent() != null && layout.referent() == i;
            if (referent && to >= 0) {
                graph.referent(to);
            }
            graph.edge(referent || layout.referent() != null && layout.isIdle(i) ? -1 : to);
        }
    }

    private void array(HeapObjectArray array) {
        long[] elements = array.readRecord().getElementIds();
        graph.object(
                ids.number(array.getArrayClassId()),
                Layouts.size(ARRAY_HEADER, elements.length * (long) Layouts.REFERENCE_BYTES));
        for (long element : elements) {
            int to = ids.number(element);
            if (to >= 0) {
                graph.edge(to);
            }
        }
    }

    private long id(byte[] bytes, int at) {
        long id = 0;
        for (int i = 0; i < heap.getIdentifierByteSize(); i++) {
            id = id << 8 | bytes[at + i] & 0xff;
        }
        return id;
    }

    private void roots(Stacks stacks) {
        Map<Integer, String> threads = new HashMap<>();
        var texts = new Texts(heap);
        for (GcRoot root : heap.getGcRoots()) {
            if (root instanceof GcRoot.ThreadObject thread && ids.number(thread.getId()) >= 0) {
                threads.put(thread.getThreadSerialNumber(), texts.threadName(ids.number(thread.getId())));
            }
        }
        for (GcRoot root : heap.getGcRoots()) {
            int object = ids.number(root.getId());
            if (object >= 0) {
                graph.root(root(root, object, threads, stacks));
            }
        }
    }

    private static Root root(GcRoot root, int object, Map<Integer, String> threads, Stacks stacks) {
        if (root instanceof GcRoot.ThreadObject it) {
            return new Root(Root.Kind.THREAD, object, threads.getOrDefault(it.getThreadSerialNumber(), ""), "");
        }
        if (root instanceof GcRoot.JavaFrame it) {
            String thread = threads.getOrDefault(it.getThreadSerialNumber(), "");
            String frame = stacks.frame(it.getThreadSerialNumber(), it.getFrameNumber());
            return new Root(Root.Kind.LOCAL, object, thread, frame);
        }
        if (root instanceof GcRoot.JniLocal it) {
            return new Root(Root.Kind.JNI_LOCAL, object, threads.getOrDefault(it.getThreadSerialNumber(), ""), "");
        }
        Root.Kind kind = Root.Kind.OTHER;
        if (root instanceof GcRoot.JniGlobal) {
            kind = Root.Kind.JNI_GLOBAL;
        } else if (root instanceof GcRoot.MonitorUsed) {
            kind = Root.Kind.MONITOR;
        } else if (root instanceof GcRoot.NativeStack || root instanceof GcRoot.ThreadBlock) {
            kind = Root.Kind.NATIVE_STACK;
        }
        return new Root(kind, object, "", "");
    }
}
