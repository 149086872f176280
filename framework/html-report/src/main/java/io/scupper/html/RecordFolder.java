package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps pages beside the records of a folder: one beside each, an index of all, and a summary for a pull request. Tests of several
 * JVMs may leave records there one after the other or at once; each shows whatever lies there.
 */
public final class RecordFolder {

    private static final String SUMMARY = "summary.md";
    private static final String LOCK = ".index.lock";

    private final RecordReader reader = new RecordReader();
    private final PageFiles files;
    private final Path folder;

    private RecordFolder(Path folder) {
        this.folder = folder;
        this.files = new PageFiles(folder);
    }

    /**
     * Writes the page of a record beside it.
     *
     * @param record in the folder, or in one below it
     * @return where the page lies
     * @throws ScupperException if the record cannot be read or the page not be written
     */
    public static Path page(Path record, Path folder) {
        var pages = new RecordFolder(folder);
        String name = pages.nameOf(record);
        pages.files.page(pages.reader.read(record), name);
        return folder.resolve(name);
    }

    /**
     * Writes {@code index.html} and {@code summary.md} of all records in a folder, and the pages that are missing or older than their
     * record. A record that cannot be shown costs a line. Does nothing where there is no such folder. Waits for other JVMs that are at it:
     * the last of them has seen every record.
     *
     * @throws ScupperException if it cannot be written
     */
    public static void index(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        // Two threads of one JVM must not ask for the same lock.
        synchronized (RecordFolder.class) {
            try (var channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid()) {
                    new RecordFolder(folder).index();
                }
            } catch (IOException e) {
                throw new ScupperException(
                        "The index of '%s' could not be written: %s. Is the folder writable and the disk not full?"
                                .formatted(folder, e),
                        e);
            }
        }
    }

    private void index() throws IOException {
        var pages = new ArrayList<IndexPage.PageLink>();
        var notShown = new ArrayList<String>();
        for (Path record : RecordFiles.in(folder)) {
            try {
                RunRecord run = reader.read(record);
                String name = nameOf(record);
                if (isDue(folder.resolve(name), record)) {
                    files.page(run, name);
                }
                pages.add(new IndexPage.PageLink(run, PageFiles.address(name)));
            } catch (ScupperException e) {
                notShown.add(String.valueOf(e.getMessage()));
            }
        }
        files.index(IndexPage.of(pages, notShown));
        List<RunRecord> runs = pages.stream().map(IndexPage.PageLink::run).toList();
        files.write(SUMMARY, Markdown.of(runs, notShown));
    }

    private static boolean isDue(Path page, Path record) throws IOException {
        return !Files.exists(page) || Files.getLastModifiedTime(page).compareTo(Files.getLastModifiedTime(record)) < 0;
    }

    private String nameOf(Path record) {
        return RecordFiles.nameOf(folder.toAbsolutePath().relativize(record.toAbsolutePath())) + ".html";
    }
}
