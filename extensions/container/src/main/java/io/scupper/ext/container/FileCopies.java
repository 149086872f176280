package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Files and folders of this machine that are put into a container in one archive: a class path has a hundred jars, and
 * the engine takes 20 ms for each copy. Everybody in the container may read them, and nobody write them.
 */
final class FileCopies {

    private static final int READABLE = 0100444;
    private static final int EXECUTABLE = 0100555;

    private FileCopies() {}

    /**
     * Copies into a container that has been created.
     *
     * @param files absolute path in the container to file or folder on this machine
     * @throws ScupperException if a file cannot be read
     */
    static void copy(Engine engine, String containerId, Map<String, Path> files) {
        if (files.isEmpty()) {
            return;
        }
        try {
            Path archive = Files.createTempFile("scupper-container-", ".tar");
            try {
                write(files, archive);
                try (InputStream in = Files.newInputStream(archive)) {
                    engine.client()
                            .copyArchiveToContainerCmd(containerId)
                            .withRemotePath("/")
                            .withTarInputStream(in)
                            .exec();
                }
            } finally {
                Files.delete(archive);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ScupperException(
                    "Files could not be copied into a container: %s.".formatted(Causes.deepest(e)), e);
        }
    }

    private static void write(Map<String, Path> files, Path archive) throws IOException {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var copy : new TreeMap<>(files).entrySet()) {
                add(tar, copy.getValue(), copy.getKey());
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path source, String target) throws IOException {
        if (!Files.isDirectory(source)) {
            addFile(tar, source, target);
            return;
        }
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                String inside = source.relativize(file).toString().replace('\\', '/');
                addFile(tar, file, target + "/" + inside);
            }
        }
    }

    private static void addFile(TarArchiveOutputStream tar, Path source, String target) throws IOException {
        var entry = new TarArchiveEntry(target);
        entry.setSize(Files.size(source));
        entry.setMode(Files.isExecutable(source) ? EXECUTABLE : READABLE);
        entry.setModTime(Files.getLastModifiedTime(source));
        tar.putArchiveEntry(entry);
        Files.copy(source, tar);
        tar.closeArchiveEntry();
    }
}
