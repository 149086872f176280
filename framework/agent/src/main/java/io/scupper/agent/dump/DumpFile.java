package io.scupper.agent.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A dump on the subject's disk. Its file has no name any more by the time it is read where the system allows that, which Unix
 * does; so it is gone with this process, however that ends.
 */
final class DumpFile {

    /** Nobody should fill up a disk that the subject needs for the sake of an explanation. */
    private static final long SPARE_BYTES = 16 << 20;

    private final InputStream in;
    private final long size;

    private DumpFile(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    /** Returns the folders in which a subject most likely may write, the best first. */
    static List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        for (String property : new String[] {"java.io.tmpdir", "user.dir", "user.home"}) {
            String folder = System.getProperty(property, "");
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder).toAbsolutePath());
            }
        }
        return new ArrayList<>(folders);
    }

    /**
     * Takes a dump in the first folder that has room for it.
     *
     * @throws IOException if there is none; the message names each, its free space and what went wrong
     */
    static DumpFile take(List<Path> folders, Dumper dumper) throws IOException {
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        // References are longer in a dump than on most heaps.
        return take(
                folders,
                heap + heap / 2 + SPARE_BYTES,
                "a dump of the heap, of which " + mebibytes(heap) + " are in use",
                dumper);
    }

    /**
     * Takes a dump of the threads in the first folder that has room for it.
     *
     * @throws IOException as {@link #take}
     */
    static DumpFile takeThreads(List<Path> folders, Dumper dumper) throws IOException {
        return take(folders, SPARE_BYTES, "a dump of the threads", dumper);
    }

    private static DumpFile take(List<Path> folders, long needed, String what, Dumper dumper) throws IOException {
        var tried = new StringBuilder();
        for (Path folder : folders) {
            try {
                requireRoom(folder, needed);
                return takeIn(folder, dumper);
            } catch (IOException e) {
                String reason = e.getMessage() == null ? e.toString() : e.getMessage();
                tried.append("; '")
                        .append(folder)
                        .append("' (")
                        .append(free(folder))
                        .append("): ")
                        .append(reason);
            }
        }
        throw new IOException(
                "no folder takes " + what + tried + ". Give the subject a folder with room: -Djava.io.tmpdir=FOLDER.");
    }

    InputStream in() {
        return in;
    }

    long size() {
        return size;
    }

    private static void requireRoom(Path folder, long needed) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no such folder");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("not writable");
        }
        if (Files.getFileStore(folder).getUsableSpace() < needed) {
            throw new IOException("too little room, " + mebibytes(needed) + " are needed");
        }
    }

    /**
     * The JVM writes no dump over a file that is there, for this user's eyes only, and wants this ending. Nothing random is in
     * the name, for that would start the subject's source of it.
     */
    private static DumpFile takeIn(Path folder, Dumper dumper) throws IOException {
        Path file = folder.resolve("scupper-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".hprof");
        try {
            dumper.dump(file);
            long size = Files.size(file);
            // Unix removes the name at once, Windows when it is closed or the process ends.
            return new DumpFile(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String free(Path folder) {
        try {
            return mebibytes(Files.getFileStore(folder).getUsableSpace()) + " free";
        } catch (IOException e) {
            return "free space unknown";
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    /** Writes a dump into a new file. */
    interface Dumper {

        void dump(Path file) throws IOException;
    }
}
