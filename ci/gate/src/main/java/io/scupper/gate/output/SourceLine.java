package io.scupper.gate.output;

import io.scupper.gate.record.TestRecord.Leak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The line of code that brought forth a leak, as platforms want it.
 *
 * @param path below the folder of the project, with slashes
 * @param line from 1
 */
public record SourceLine(String path, int line) {

    private static final Pattern FRAME =
            Pattern.compile("(?:[^(/]*/)*([\\w.$]+)\\.[\\w$<>]+\\(([\\w$]+\\.\\w+):(\\d+)\\)");

    /**
     * Finds the line of a leak.
     *
     * @param sources the folders of the sources, as {@code src/main/java}, or any folder above them, as the project's
     * @return empty if the record names no line, or none of the folders has such a file
     */
    public static Optional<SourceLine> of(Leak leak, List<Path> sources) {
        Matcher frame = FRAME.matcher(leak.frame());
        if (!frame.matches()) {
            return Optional.empty();
        }
        String type = frame.group(1);
        int dot = type.lastIndexOf('.');
        Path file = Path.of(dot < 0 ? "" : type.substring(0, dot).replace('.', '/'), frame.group(2));
        return sources.stream()
                .flatMap(folder -> find(folder, file).stream())
                .findFirst()
                .map(path -> new SourceLine(path, Integer.parseInt(frame.group(3))));
    }

    private static Optional<String> find(Path folder, Path file) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.find(
                folder,
                24,
                (path, attributes) -> attributes.isRegularFile() && path.endsWith(file) && !isBuilt(folder, path))) {
            return all.sorted().findFirst().map(SourceLine::written);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isBuilt(Path folder, Path path) {
        return Stream.of("target", "build", ".git")
                .anyMatch(name -> folder.relativize(path).startsWith(name)
                        || folder.relativize(path).toString().contains("/" + name + "/"));
    }

    private static String written(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(here) ? here.relativize(absolute) : path;
        return shown.toString().replace('\\', '/');
    }
}
