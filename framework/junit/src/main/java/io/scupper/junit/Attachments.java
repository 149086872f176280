package io.scupper.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands files to JUnit, so that what shows a test shows them with it. */
final class Attachments {

    private Attachments() {}

    /** Attaches a copy of a file. JUnit before 5.14 knows no such thing, and a launcher may have no place for it: then does nothing. */
    static void attach(ExtensionContext context, Path file, String mediaType) {
        try {
            context.publishFile(
                    file.getFileName().toString(),
                    MediaType.parse(mediaType),
                    copy -> Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING));
        } catch (RuntimeException | LinkageError e) {
            // The report entries name the file all the same.
        }
    }
}
