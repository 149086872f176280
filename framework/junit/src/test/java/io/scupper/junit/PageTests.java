package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.report.JsonRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTests {

    @TempDir
    Path folder;

    @Test
    void aPageSaysWhereItLies() {
        Path record = folder.resolve("OrdersIT").resolve("orders.json");
        JsonRecord.writeError("OrdersIT.orders", "none", "There is no port.", record);

        Page page = Page.of(record, folder);

        assertThat(page.file()).hasValue(folder.resolve("OrdersIT").resolve("orders.html"));
        assertThat(page.said())
                .isEqualTo(folder.resolve("OrdersIT").resolve("orders.html").toString());
    }

    @Test
    void aRecordThatWasNotWrittenHasNoPage() {
        Page page = Page.of(folder.resolve("none.json"), folder);

        assertThat(page.file()).isEmpty();
        assertThat(page.said()).isEmpty();
    }

    @Test
    void aPageThatCannotBeWrittenSaysWhyInOneLine() throws IOException {
        Path record = Files.writeString(folder.resolve("broken.json"), "{");

        Page page = Page.of(record, folder);

        assertThat(page.file()).isEmpty();
        assertThat(page.said())
                .startsWith("none: ")
                .contains("broken.json is not shown")
                .hasLineCount(1);
    }
}
