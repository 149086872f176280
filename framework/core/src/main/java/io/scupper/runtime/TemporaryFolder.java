package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for one run, readable by this user alone, and gone with all that is in it once closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("scupper-"));
        } catch (IOException e) {
            throw new ScupperException(
                    "No folder could be made in '%s' (java.io.tmpdir).".formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
    }

    /** Writes a file into it. */
    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be written.".formatted(path.resolve(name)), e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.forEach(TemporaryFolder::delete);
        } catch (IOException e) {
            throw left(path, e);
        }
        delete(path);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw left(path, e);
        }
    }

    private static ScupperException left(Path path, IOException cause) {
        return new ScupperException("Temporary '%s' could not be removed.".formatted(path), cause);
    }
}
