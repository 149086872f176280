package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTests {

    @TempDir
    Path folder;

    @Test
    void realRecordsAreRead() {
        RunRecord run = Records.read("leak-threads");

        assertThat(run.test()).isEqualTo("LeakyTestCase.hungReportsAreCancelled");
        assertThat(run.verdict()).isEqualTo(Outcome.LEAK);
        assertThat(run.samples()).hasSize(20);
        assertThat(run.armed()).isNotNull();
        assertThat(run.classes().get(0).instances()).hasSize(20).contains((Long) null);
    }

    @Test
    void whatAnOlderRecordLacksIsEmpty() throws IOException {
        RunRecord run = new RecordReader()
                .read(written("{'schema': 'scupper-run/1', 'test': 'A.b', 'verdict': 'CLEAN', 'later': {'x': 1}}"));

        assertThat(run.samples()).isEmpty();
        assertThat(run.classes()).isEmpty();
        assertThat(run.armed()).isNull();
    }

    @Test
    void halfARecordSaysWhereItEnds() throws IOException {
        refused(
                "{'schema': 'scupper-run/1',\n 'test': ",
                "record.json is not shown: it is no whole JSON, see line 2: ");
    }

    @Test
    void aFileThatIsTooLargeForARecordIsNotRead() throws IOException {
        Path file = Records.sparse(folder.resolve("record.json"), 500L << 20);

        assertThatThrownBy(() -> new RecordReader().read(file))
                .isInstanceOf(ScupperException.class)
                .hasMessageEndingWith(
                        "record.json is not shown: it has 500 MiB, more than the 32 MiB that are read of a record.");
    }

    @Test
    void aFileOfTheMostBytesIsRead() throws IOException {
        Path file = Records.sparse(folder.resolve("record.json"), RecordReader.MOST_BYTES);

        assertThatThrownBy(() -> new RecordReader().read(file)).hasMessageContaining("it is no whole JSON");
    }

    @Test
    void anotherSchemaIsNamed() throws IOException {
        refused("{'schema': 'scupper-run/2'}", "its schema is 'scupper-run/2', understood is 'scupper-run/1'.");
        refused("{'a': 1}", "it has no schema, expected is 'scupper-run/1'.");
        refused("[]", "it is no JSON object.");
    }

    @Test
    void aRecordWithoutTestOrVerdictIsRefused() throws IOException {
        refused("{'schema': 'scupper-run/1', 'verdict': 'CLEAN'}", "it names no test.");
        refused(
                "{'schema': 'scupper-run/1', 'test': 'A.b', 'verdict': 'FINE'}",
                "its verdict is 'FINE', understood are LEAK, OVER_BUDGET, ERROR, INCONCLUSIVE, CLEAN.");
    }

    @Test
    void aFieldOfAnotherTypeCostsOneLine() throws IOException {
        refused(
                "{'schema': 'scupper-run/1', 'test': 'A.b', 'verdict': 'CLEAN', 'samples': 'none'}",
                "a field is not what it should be: ");
    }

    @Test
    void charactersThatHideOrTurnTextAreVisible() throws IOException {
        RunRecord run = new RecordReader()
                .read(written(
                        "{'schema': 'scupper-run/1', 'test': 'A.b\\u202Egnp\\u0000😀', 'verdict': 'CLEAN', 'samples':"
                                + " [{'counted': {'threads:\\u2066x': 1}}]}"));

        assertThat(run.test()).isEqualTo("A.b<U+202E>gnp<U+0000>😀");
        assertThat(run.samples().get(0).counted()).containsOnlyKeys("threads:<U+2066>x");
    }

    private void refused(String json, String why) throws IOException {
        Path file = written(json);

        assertThatThrownBy(() -> new RecordReader().read(file))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private Path written(String json) throws IOException {
        return Files.writeString(folder.resolve("record.json"), json.replace('\'', '"'));
    }
}
