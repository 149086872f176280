package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFolderTests {

    @TempDir
    Path folder;

    @Test
    void aPageLiesBesideItsRecord() throws IOException {
        Path record = recorded("clean", "OrdersIT");

        Path page = RecordFolder.page(record, folder);

        assertThat(page).isEqualTo(folder.resolve("OrdersIT").resolve("clean.html"));
        assertThat(page).content().contains("<a href=\"../index.html\">");
        assertThat(names()).containsExactlyInAnyOrder("OrdersIT/clean.json", "OrdersIT/clean.html");
    }

    @Test
    void theIndexShowsWhateverRecordsLieThere() throws IOException {
        recorded("clean", "OrdersIT");
        recorded("leak-heap", "ShopIT");
        Files.writeString(folder.resolve("broken.json"), "{");
        Records.sparse(folder.resolve("large.json"), 500L << 20);

        RecordFolder.index(folder);

        assertThat(folder.resolve("index.html"))
                .content()
                .contains(
                        "href=\"OrdersIT/clean.html\"",
                        "href=\"ShopIT/leak-heap.html\"",
                        "broken.json is not shown",
                        "large.json is not shown: it has 500 MiB");
        assertThat(folder.resolve("summary.md")).content().startsWith("## Leak tests: 1 LEAK, 1 CLEAN");
        assertThat(names()).contains("OrdersIT/clean.html", "ShopIT/leak-heap.html");
    }

    @Test
    void onlyPagesThatAreMissingOrOlderThanTheirRecordAreWrittenAnew() throws IOException {
        Path record = recorded("clean", "OrdersIT");
        Path page = Files.writeString(folder.resolve("OrdersIT/clean.html"), "as it was");
        aged(record, 10);
        aged(page, 5);
        RecordFolder.index(folder);
        assertThat(page).hasContent("as it was");

        aged(page, 15);
        RecordFolder.index(folder);

        assertThat(page).content().contains("<!DOCTYPE html>");
    }

    @Test
    void indexesThatAreWrittenAtOnceAreWhole() throws Exception {
        recorded("clean", "OrdersIT");
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> index = () -> {
                RecordFolder.index(folder);
                return true;
            };
            for (var done : pool.invokeAll(List.of(index, index, index, index))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(folder.resolve("index.html")).content().endsWith("</html>\n");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        ".index.lock", "OrdersIT/clean.json", "OrdersIT/clean.html", "index.html", "summary.md");
    }

    @Test
    void aFolderThatIsNotThereIsLeftSo() {
        RecordFolder.index(folder.resolve("none"));

        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aRecordThatCannotBeReadIsNamed() throws IOException {
        Path record = Files.writeString(folder.resolve("broken.json"), "{");

        assertThatThrownBy(() -> RecordFolder.page(record, folder))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("broken.json is not shown");
    }

    private Path recorded(String name, String test) throws IOException {
        Path file = Files.createDirectories(folder.resolve(test)).resolve(name + ".json");
        return Files.copy(Records.file(name), file);
    }

    private static void aged(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-01T00:01:00Z").minusSeconds(seconds)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList());
        }
    }
}
