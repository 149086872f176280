package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which files are records, and what their pages are called. */
final class RecordFiles {

    private static final String RECORD = ".json";

    /** What mutation mode leaves beside the records. */
    private static final String MUTATIONS = "mutations.json";

    private RecordFiles() {}

    /** Returns a record itself, or those of a folder and the folders in it, in order. */
    static List<Path> in(Path given) {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> all = Files.walk(given)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(RECORD))
                    .filter(file -> !file.getFileName().toString().equals(MUTATIONS))
                    // A record that is just being written.
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be searched for records: %s".formatted(given, e), e);
        }
    }

    /** Returns the path of a record as an address has it, without what says that it is one. */
    static String nameOf(Path relative) {
        String path = StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        return path.endsWith(RECORD) ? path.substring(0, path.length() - RECORD.length()) : path;
    }
}
