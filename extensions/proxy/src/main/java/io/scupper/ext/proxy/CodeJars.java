package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Finds the jar that a class came from; classes that lie in a folder, as in an IDE, are packed into a temporary one. */
final class CodeJars {

    private CodeJars() {}

    /**
     * Returns the jar of a class. A temporary one is deleted when this JVM ends.
     *
     * @throws ScupperException if the class comes from neither a jar nor a folder
     */
    static Path jarOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            if (source == null) {
                throw new IOException("it has no code source");
            }
            Path path = Path.of(source.getLocation().toURI());
            return Files.isDirectory(path) ? pack(path) : path;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            throw new ScupperException(
                    "The jar of %s, which the proxy's container needs, cannot be found: %s. Run the tests with Scupper's jars as plain files on the class path."
                            .formatted(type.getName(), e.getMessage()),
                    e);
        }
    }

    private static Path pack(Path folder) throws IOException {
        Path jar = Files.createTempFile("scupper-proxy-", ".jar");
        jar.toFile().deleteOnExit();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
