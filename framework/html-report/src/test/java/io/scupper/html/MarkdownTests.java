package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTests {

    /** With {@code -Dscupper.golden=write} it is written anew, to be reviewed as a diff. */
    private static final Path GOLDEN = Path.of("src/test/resources/golden/summary.md");

    @TempDir
    Path folder;

    @Test
    void summaryIsAsAgreed() throws IOException {
        String summary = Markdown.of(
                Records.ALL.stream().map(Records::read).toList(),
                List.of("late.json is not shown: its schema is 'scupper-run/2', understood is 'scupper-run/1'."));

        if ("write".equals(System.getProperty("scupper.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, summary);
        }
        assertThat(summary).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void nothingOfANameIsMarkup() throws IOException {
        RunRecord run = new RecordReader().read(Records.hostile(folder));

        String summary = Markdown.of(List.of(run), List.of());

        assertThat(summary).doesNotContain("<script", "<img", "](http", "\u202E");
        assertThat(summary.lines().filter(line -> line.startsWith("| ❌")))
                .singleElement()
                .satisfies(row -> assertThat(row.chars().filter(c -> c == '|')).hasSize(6));
    }
}
