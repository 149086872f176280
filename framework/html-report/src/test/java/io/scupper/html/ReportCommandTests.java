package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void pagesAndSummaryAreWritten() {
        Path summary = folder.resolve("summary.md");

        int status = run(
                "--records",
                Records.folder().toString(),
                "--out",
                folder.resolve("html").toString(),
                "--markdown",
                summary.toString());

        assertThat(status).isZero();
        assertThat(out.toString()).startsWith("6 pages in ");
        assertThat(summary).content().startsWith("## Leak tests: 3 LEAK");
        assertThat(folder.resolve("html/index.html")).exists();
    }

    @Test
    void aRecordThatCannotBeShownIsAStatusAndALine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        int status = run(
                "--records",
                Records.file("clean").toString(),
                broken.toString(),
                "--out",
                folder.resolve("html").toString());

        assertThat(status).isEqualTo(1);
        assertThat(errors.toString().lines()).singleElement().asString().contains("broken.json is not shown");
        assertThat(out.toString()).startsWith("1 page in ");
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCall() {
        assertThat(run("--records", "no-such-folder", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("'no-such-folder' is neither a record nor a folder of records.");
    }

    private int run(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
