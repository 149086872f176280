package io.scupper.heap.dump;

import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import shark.CloseableHeapGraph;
import shark.HprofHeapGraph;
import shark.HprofRecordTag;

/** A heap dump that is read: its graph, and the texts in it for as long as it is open. */
public final class Dump implements AutoCloseable {

    private static final EnumSet<HprofRecordTag> ROOTS = EnumSet.of(
            HprofRecordTag.ROOT_JNI_GLOBAL,
            HprofRecordTag.ROOT_JNI_LOCAL,
            HprofRecordTag.ROOT_JAVA_FRAME,
            HprofRecordTag.ROOT_NATIVE_STACK,
            HprofRecordTag.ROOT_STICKY_CLASS,
            HprofRecordTag.ROOT_THREAD_BLOCK,
            HprofRecordTag.ROOT_MONITOR_USED,
            HprofRecordTag.ROOT_THREAD_OBJECT,
            HprofRecordTag.ROOT_UNKNOWN);

    private final DumpFile file;
    private final CloseableHeapGraph heap;
    private final Graph graph;

    private Dump(DumpFile file, CloseableHeapGraph heap, Graph graph) {
        this.file = file;
        this.heap = heap;
        this.graph = graph;
    }

    /**
     * Reads a dump, packed by gzip or not. Blocks for about a second for each 15 MiB.
     *
     * @param traits says of a class by its name and fields how it is to be looked at
     * @throws DumpException if it cannot be read; nothing is left open then
     */
    public static Dump open(Path path, BiFunction<String, List<Field>, Type.Traits> traits) {
        DumpFile file = DumpFile.open(path);
        boolean done = false;
        try {
            Stacks stacks = RecordScan.stacks(file.path(), path);
            Dump dump = read(file, stacks, traits);
            done = true;
            return dump;
        } catch (DumpException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Shark meets what is damaged with whatever happens to fail.
            throw new DumpException("Heap dump '" + path + "' cannot be read: " + e, e);
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private static Dump read(DumpFile file, Stacks stacks, BiFunction<String, List<Field>, Type.Traits> traits)
            throws IOException {
        CloseableHeapGraph heap =
                HprofHeapGraph.Companion.openHeapGraph(file.path().toFile(), null, ROOTS);
        boolean done = false;
        try {
            Graph graph = GraphReader.read(heap, new Layouts(heap, traits).all(), stacks);
            done = true;
            return new Dump(file, heap, graph);
        } finally {
            if (!done) {
                close(heap);
            }
        }
    }

    /** Returns the graph; it stays when the dump is closed. */
    public Graph graph() {
        return graph;
    }

    /** Returns the reader of texts, which needs the dump to be open. */
    public Texts texts() {
        return new Texts(heap);
    }

    /** Lets go of the file, and of Shark's index of it. */
    @Override
    public void close() {
        close(heap);
        file.close();
    }

    private static void close(CloseableHeapGraph heap) {
        try {
            heap.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
