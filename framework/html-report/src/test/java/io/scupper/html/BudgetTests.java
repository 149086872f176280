package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a missed budget looks like on the page, on the index and in the summary. */
class BudgetTests {

    private static final String FIGURES = "peakHeap, 24 MiB measured, 12 MiB allowed";

    @TempDir
    private Path folder;

    private Path record;

    @BeforeEach
    void cleanRunWithAMissedBudget() throws IOException {
        var mapper = new ObjectMapper();
        var root = (ObjectNode) mapper.readTree(Files.readString(Records.file("clean")));
        root.put("verdict", "OVER_BUDGET");
        root.set("budgets", mapper.readTree("""
                [{"measure": "peakHeap", "of": "", "unit": "BYTES", "atMost": 12582912.0, "measured": 25165824.0,
                  "outcome": "MISSED", "reason": "The most that was live at any of 9 looks.",
                  "evidence": ["at the peak 20 MiB more of byte[] than at rest"], "advice": "Bound it."},
                 {"measure": "shallow", "of": "com.acme.Tick", "unit": "BYTES", "atMost": 16.0, "measured": 16.0,
                  "outcome": "MET", "reason": "5 live instances", "evidence": [], "advice": ""}]
                """));
        record = folder.resolve("over.json");
        Files.writeString(record, mapper.writeValueAsString(root));
    }

    @Test
    void pageTellsTheFiguresTheEvidenceAndWhatToDo() throws IOException {
        String page = Files.readString(RecordFolder.page(record, folder));

        assertThat(page)
                .contains("Over budget", "More was used up than the test allows: " + FIGURES + ".")
                .contains("at the peak 20 MiB more of byte[] than at rest", "Bound it.", "kept to")
                .contains("#i-over-budget", "width=\"100\"", "width=\"50\"");
    }

    @Test
    void summaryHasABlockForIt() {
        String summary = Markdown.of(List.of(new RecordReader().read(record)), List.of());

        assertThat(summary)
                .contains("1 OVER_BUDGET", "| 📈 OVER_BUDGET |", "<code>" + FIGURES + "</code>")
                .contains("budget    peakHeap: 24 MiB measured, 12 MiB allowed", "to do     Bound it.");
    }
}
