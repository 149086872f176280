package io.scupper.html;

import io.scupper.model.ScupperException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a page for each record, and an index of them. Pages stand alone: each holds its style, script and data, and fetches
 * nothing. A record that cannot be read costs one line, and no other record.
 */
public final class HtmlReport {

    private final RecordReader reader = new RecordReader();
    private final List<IndexPage.PageLink> pages = new ArrayList<>();
    private final List<String> notShown = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(Set.of(PageFiles.INDEX));
    private final PageFiles files;

    private HtmlReport(Path out) {
        this.files = new PageFiles(out);
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
        report.files.index(IndexPage.of(report.pages, report.notShown));
        return new Written(
                out.resolve(PageFiles.INDEX),
                report.pages.size(),
                report.notShown,
                Markdown.of(report.pages.stream().map(IndexPage.PageLink::run).toList(), report.notShown));
    }

    private void add(Path given) {
        if (!Files.exists(given)) {
            throw new ScupperException("'%s' is neither a record nor a folder of records.".formatted(given));
        }
        for (Path file : RecordFiles.in(given)) {
            try {
                RunRecord run = reader.read(file);
                page(run, Files.isDirectory(given) ? given.relativize(file) : file.getFileName());
            } catch (ScupperException e) {
                notShown.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void page(RunRecord run, Path relative) {
        String name = free(RecordFiles.nameOf(relative));
        files.page(run, name);
        pages.add(new IndexPage.PageLink(run, PageFiles.address(name)));
    }

    /** Two folders of records may each have a record of the same name. */
    private String free(String name) {
        String free = name + ".html";
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i + ".html";
        }
        return free;
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
