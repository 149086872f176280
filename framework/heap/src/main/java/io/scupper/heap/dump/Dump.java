package io.scupper.heap.dump;

import io.scupper.heap.dump.Layouts.Layout;
import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.GraphBuilder;
import io.scupper.heap.graph.Type;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** A heap dump that is read: its graph, and the texts in it for as long as it is open. */
public final class Dump implements AutoCloseable {

    private final DumpFile file;
    private final Records in;
    private final Graph graph;
    private final Texts texts;

    private Dump(DumpFile file, Records in, Graph graph, Texts texts) {
        this.file = file;
        this.in = in;
        this.graph = graph;
        this.texts = texts;
    }

    /**
     * Reads a dump, packed by gzip or not. Blocks for a second for each 200 MiB or so.
     *
     * @param traits says of a class by its name and fields how it is to be looked at
     * @throws DumpException if it cannot be read; nothing is left open then
     */
    public static Dump open(Path path, BiFunction<String, List<Field>, Type.Traits> traits) {
        DumpFile file = DumpFile.open(path);
        Dump dump = null;
        try {
            dump = open(file, path, traits);
            return dump;
        } catch (EOFException e) {
            throw new DumpException(
                    "Heap dump '" + path + "' is truncated: " + e.getMessage() + ". Was it still being written?", e);
        } catch (StreamCorruptedException e) {
            throw new DumpException("Heap dump '" + path + "' is damaged: " + e.getMessage() + ".", e);
        } catch (DumpException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What is damaged may be met with whatever happens to fail.
            throw new DumpException("Heap dump '" + path + "' cannot be read: " + e, e);
        } finally {
            if (dump == null) {
                file.close();
            }
        }
    }

    private static Dump open(DumpFile file, Path named, BiFunction<String, List<Field>, Type.Traits> traits)
            throws IOException {
        Records in = Records.open(file.path());
        Dump dump = null;
        try {
            dump = read(file, in, named, traits);
            return dump;
        } finally {
            if (dump == null) {
                in.close();
            }
        }
    }

    private static Dump read(DumpFile file, Records in, Path named, BiFunction<String, List<Field>, Type.Traits> traits)
            throws IOException {
        Outline outline = Outline.of(in, named);
        var heap = new HeapRecords(in, outline.segments());
        Census census = Census.of(heap);
        Set<Long> names = new HashSet<>();
        census.types().forEach(type -> type.names().forEach(names::add));
        outline.readNames(names);
        List<Layout> layouts = Layouts.of(census, outline, traits);
        GraphReader reader = GraphReader.read(heap, census, layouts);
        GraphBuilder builder = reader.graph();
        var texts = new Texts(heap, reader.regions(), census, layouts, outline, builder.build());
        RootReader.read(builder, census, outline.stacks(), texts);
        return new Dump(file, in, builder.build(), texts);
    }

    /** Returns the graph; it stays when the dump is closed. */
    public Graph graph() {
        return graph;
    }

    /** Returns the reader of texts, which needs the dump to be open. */
    public Texts texts() {
        return texts;
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        try (file) {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
