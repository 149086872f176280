package io.scupper.gate.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** How the gate leaves a file. */
public final class TextFile {

    private TextFile() {}

    /**
     * Writes a file, whole or not at all; its folders are made.
     *
     * @throws GateException if it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            // Not a temporary file of the JDK's, which nobody but its owner may read: others collect these.
            Path whole = folderOf(file).resolve("." + UUID.randomUUID() + ".tmp");
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /**
     * Adds to a file: a job's summary is one to which each step adds.
     *
     * @throws GateException if it cannot be written
     */
    public static void append(Path file, String text) {
        try {
            folderOf(file);
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        return Files.createDirectories(file.toAbsolutePath().getParent());
    }

    private static GateException unwritten(Path file, IOException cause) {
        return new GateException(
                "'%s' could not be written: %s".formatted(file, Words.firstLine(cause.toString())), cause);
    }
}
