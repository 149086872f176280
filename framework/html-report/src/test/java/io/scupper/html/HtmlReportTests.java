package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTests {

    private static final Pattern FETCHES = Pattern.compile("(?:src|href)=\"(?!#|data:,\")([^\"]*)\"|@import|url\\(");
    private static final int MOST_BYTES = 600_000;

    @TempDir
    Path out;

    @TempDir
    Path records;

    @Test
    void eachRecordHasAPageBesideTheIndex() throws IOException {
        var written = HtmlReport.write(List.of(Records.folder()), out);

        assertThat(written.pages()).isEqualTo(6);
        assertThat(written.notShown()).isEmpty();
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "index.html",
                        "clean.html",
                        "error.html",
                        "inconclusive.html",
                        "leak-heap.html",
                        "leak-leases.html",
                        "leak-threads.html");
    }

    @Test
    void pagesAreSmallAndNameNothingToFetch() throws IOException {
        HtmlReport.write(List.of(Records.folder()), out);

        for (String file : files()) {
            String html = Files.readString(out.resolve(file));
            assertThat(html.length()).as(file).isLessThan(MOST_BYTES);
            // What is left are links between the pages.
            assertThat(FETCHES.matcher(html.replaceAll("(?s)<script.*?</script>", ""))
                            .results())
                    .as(file)
                    .allMatch(match -> match.group(1) != null && match.group(1).endsWith(".html"));
        }
    }

    @Test
    void aBrokenRecordCostsALineAndNoOtherRecord() throws IOException {
        Files.copy(Records.file("clean"), records.resolve("clean.json"));
        Files.writeString(records.resolve("broken.json"), "{\"schema\": \"scupper-run/1\"");
        Files.writeString(records.resolve("other.json"), "{\"schema\": \"scupper-run/9\"}");
        Files.writeString(records.resolve(".record123.json"), "{");

        var written = HtmlReport.write(List.of(records), out);

        assertThat(written.pages()).isEqualTo(1);
        assertThat(written.notShown())
                .hasSize(2)
                .anyMatch(line -> line.contains("broken.json is not shown: it is no whole JSON"))
                .anyMatch(line -> line.contains("other.json is not shown: its schema is 'scupper-run/9'"));
        assertThat(Files.readString(out.resolve("index.html"))).contains("broken.json is not shown");
    }

    @Test
    void theIndexHasTheWorstFirst() throws IOException {
        HtmlReport.write(List.of(Records.folder()), out);
        String index = Files.readString(out.resolve("index.html"));

        assertThat(Pattern.compile("<a href=\"([a-z-]+)\\.html\"")
                        .matcher(index)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly("leak-threads", "leak-leases", "leak-heap", "error", "inconclusive", "clean");
        assertThat(index).contains("1 of 6 tests left nothing behind.");
    }

    @Test
    void hostileNamesAreTextAndNothingElse() throws IOException {
        Records.hostile(records);

        HtmlReport.write(List.of(records), out);

        String page = Files.readString(out.resolve("hostile $%&'\" name.html"));
        assertThat(page)
                .doesNotContain("<script>window", "<img", "\u202E")
                .contains("&lt;/script&gt;", "😀", "&lt;U+202E&gt;", "{{ 7 * 7 }}");
        // The data, the library, the script of the page.
        assertThat(Pattern.compile("(?i)<script").matcher(page).results()).hasSize(3);
        assertThat(Files.readString(out.resolve("index.html")))
                .doesNotContain("<script", "<img")
                .contains("href=\"hostile%20%24%25%26%27%22%20name.html\"");
    }

    @Test
    void recordsOfTheSameNameKeepPagesOfTheirOwn() throws IOException {
        Path one = Files.createDirectories(records.resolve("one"));
        Path two = Files.createDirectories(records.resolve("two"));
        Files.copy(Records.file("clean"), one.resolve("test.json"));
        Files.copy(Records.file("error"), two.resolve("test.json"));
        Files.copy(Records.file("error"), two.resolve("index.json"));

        HtmlReport.write(List.of(one, two), out);

        assertThat(files()).containsExactlyInAnyOrder("index.html", "test.html", "test-2.html", "index-2.html");
    }

    @Test
    void anEmptyFolderMakesAnEmptyIndex() throws IOException {
        HtmlReport.write(List.of(records), out);

        assertThat(Files.readString(out.resolve("index.html"))).contains("There is no test to show.");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> HtmlReport.write(List.of(Path.of("no-such-folder")), out))
                .isInstanceOf(ScupperException.class)
                .hasMessage("'no-such-folder' is neither a record nor a folder of records.");
    }

    @Test
    void aRecordFullOfHolesIsShown() throws IOException {
        Files.writeString(records.resolve("holes.json"), """
                {"schema": "scupper-run/1", "test": "A.b", "verdict": "LEAK", "faults": [null, {}], "reasons": [null],
                 "probes": [null, {}, {"name": "heap:x"}, {"name": "threads:x", "verdict": "LEAK"}], "suspects": [null, {}, {"paths": [null, {}, {"steps": [null, {}]}], "origins": [null, {}]}],
                 "samples": [null, {}, {"counted": {"threads:x": null}, "collected": null}],
                 "thresholds": {"heapSlack": null}, "classes": [null, {}, {"name": "x", "instances": [1]}], "armed": {}}
                """);

        assertThat(HtmlReport.write(List.of(records), out).notShown()).isEmpty();
        assertThat(out.resolve("holes.html")).exists();
    }

    @Test
    void anErrorKeepsItsLines() throws IOException {
        HtmlReport.write(List.of(Records.file("error")), out);

        assertThat(Files.readString(out.resolve("error.html")))
                .contains("It last printed:</bdi>")
                .contains("has been appended\norders (remedied) ready on port 41821</pre>");
    }

    @Test
    void theLicenceOfTheChartsIsKept() throws IOException {
        HtmlReport.write(List.of(Records.file("clean")), out);

        assertThat(Files.readString(out.resolve("clean.html")))
                .contains("The MIT License (MIT)", "Leon Sorokin", "https://github.com/leeoniya/uPlot");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .toList();
        }
    }
}
