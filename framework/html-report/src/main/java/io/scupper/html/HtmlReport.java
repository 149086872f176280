package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes a page for each record, and an index of them. Pages stand alone: each holds its style, script and data, and fetches
 * nothing. A record that cannot be read costs one line, and no other record.
 */
public final class HtmlReport {

    private static final String RECORD = ".json";

    private final RecordReader reader = new RecordReader();
    private final Templates templates = new Templates();
    private final List<IndexPage.PageLink> pages = new ArrayList<>();
    private final List<String> notShown = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of("index.html"));
    private final Path out;

    private HtmlReport(Path out) {
        this.out = out;
    }

    /**
     * Writes the report.
     *
     * @param records files, or folders that are searched for {@code .json} files
     * @param out the folder to write to; it is made, and what else lies there is left alone
     * @throws ScupperException if nothing can be written, or a path of {@code records} does not exist
     */
    public static Written write(List<Path> records, Path out) {
        var report = new HtmlReport(out);
        for (Path given : records) {
            report.add(given);
        }
        report.write("index.html", report.templates.index(IndexPage.of(report.pages, report.notShown)));
        return new Written(
                out.resolve("index.html"),
                report.pages.size(),
                report.notShown,
                Markdown.of(report.pages.stream().map(IndexPage.PageLink::run).toList(), report.notShown));
    }

    private void add(Path given) {
        if (!Files.exists(given)) {
            throw new ScupperException("'%s' is neither a record nor a folder of records.".formatted(given));
        }
        for (Path file : files(given)) {
            try {
                RunRecord run = reader.read(file);
                page(run, Files.isDirectory(given) ? given.relativize(file) : file.getFileName());
            } catch (ScupperException e) {
                notShown.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private static List<Path> files(Path given) {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> all = Files.walk(given)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(RECORD))
                    // A record that is just being written.
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be searched for records: %s".formatted(given, e), e);
        }
    }

    private void page(RunRecord run, Path relative) {
        String name = free(segments(relative));
        int depth = (int) name.chars().filter(c -> c == '/').count();
        write(name, templates.page(TestPage.of(run, "../".repeat(depth) + "index.html")));
        pages.add(new IndexPage.PageLink(run, address(name)));
    }

    private static String segments(Path relative) {
        String path = StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        return path.endsWith(RECORD) ? path.substring(0, path.length() - RECORD.length()) : path;
    }

    /** Two folders of records may each have a record of the same name. */
    private String free(String name) {
        String free = name + ".html";
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i + ".html";
        }
        return free;
    }

    private static String address(String name) {
        return Stream.of(name.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private void write(String name, String html) {
        Path file = out.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new ScupperException(
                    "Page '%s' could not be written: %s. Is the folder writable and the disk not full?"
                            .formatted(file, e),
                    e);
        }
    }

    /**
     * What was written.
     *
     * @param pages how many, without the index
     * @param notShown one line for each record that could not be read
     * @param markdown the same run, for a comment on a pull request
     */
    public record Written(Path index, int pages, List<String> notShown, String markdown) {

        public Written {
            notShown = List.copyOf(notShown);
        }
    }
}
