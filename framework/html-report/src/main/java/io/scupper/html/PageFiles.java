package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes pages and their index to a folder. Each file is there whole or not at all, whoever else writes to the folder. */
final class PageFiles {

    static final String INDEX = "index.html";

    private final Templates templates = new Templates();
    private final Path folder;

    PageFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the page of one record.
     *
     * @param name of the file, with the folders to it parted by slashes
     */
    void page(RunRecord run, String name) {
        int depth = (int) name.chars().filter(c -> c == '/').count();
        write(name, templates.page(TestPage.of(run, "../".repeat(depth) + INDEX)));
    }

    void index(IndexPage index) {
        write(INDEX, templates.index(index));
    }

    void trend(TrendPage trend) {
        write(TrendReport.PAGE, templates.trend(trend));
    }

    /** Returns how the index names a page. */
    static String address(String name) {
        return Stream.of(name.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    void write(String name, String text) {
        Path file = folder.resolve(name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            // Not a temporary file of the JDK's, which nobody but its owner may read: pages are collected by others.
            Path whole = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(whole, text);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new ScupperException(
                    "Page '%s' could not be written: %s. Is the folder writable and the disk not full?"
                            .formatted(folder.resolve(name), e),
                    e);
        }
    }
}
