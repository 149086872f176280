package io.scupper.gate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is no JSON object",
                "[] | it is no JSON object",
                "{\"schema\": \"scupper-run/1\", \"samples\": [{\"phase\" | it is no whole JSON, see line 1",
                "{\"test\": \"a\"} | it has no schema, expected is 'scupper-run/1'",
                "{\"schema\": \"scupper-run/9\"} | its schema is 'scupper-run/9', understood is 'scupper-run/1'",
                "{\"schema\": \"scupper-run/1\", \"verdict\": \"FINE\"} | its verdict is 'FINE', understood are",
                "{\"schema\": \"scupper-run/1\", \"verdict\": \"CLEAN\"} | it names no test",
            })
    void whatIsNoRecordIsAProblemThatSaysWhy(String json, String why) throws IOException {
        Files.writeString(folder.resolve("a.json"), json);

        Records records = Records.in(List.of(folder));

        assertThat(records.tests()).isEmpty();
        assertThat(records.problems()).singleElement().asString().contains("a.json' is no record: " + why);
    }

    @Test
    void hugeFileIsRefusedUnread() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("a.json").toFile(), "rw")) {
            file.setLength(500L << 20);
        }

        assertThat(Records.in(List.of(folder)).problems())
                .singleElement()
                .asString()
                .contains("it has 500 MiB, and a record has at most 64 MiB");
    }

    @Test
    void deeplyNestedFileIsAProblem() throws IOException {
        Files.writeString(
                folder.resolve("a.json"), "{\"schema\": \"scupper-run/1\", \"probes\": " + "[".repeat(100_000));

        assertThat(Records.in(List.of(folder)).problems())
                .singleElement()
                .asString()
                .contains("it is no whole JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, ../../etc/passwd",
        "..\\\\..\\\\boot, ..\\..\\boot",
        "T.a\\u202eb, T.a<U+202E>b",
        "T.a\\u0000, T.a<U+0000>",
    })
    void namesCannotLeadOutOfTheFolderOrHide(String test, String shown) throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"schema\": \"scupper-run/1\", \"verdict\": \"CLEAN\", \"test\": \"" + test + "\"}");

        Records records = Records.in(List.of(folder));

        assertThat(records.tests()).isEmpty();
        assertThat(records.problems())
                .singleElement()
                .asString()
                .contains("is no record: its test is '" + shown + "', which no class and its method are called");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = Files.createTempFile("record", ".json");
        Files.createSymbolicLink(folder.resolve("a.json"), elsewhere);

        assertThat(Records.in(List.of(folder)).problems())
                .singleElement()
                .asString()
                .contains("has no records");
    }

    @Test
    void portsAreLeftOutOfNames() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
                {"schema": "scupper-run/1", "verdict": "LEAK", "test": "T.a", "probes": [
                  {"name": "sockets:ESTABLISHED to 127.0.0.1:39453", "unit": "COUNT", "verdict": "LEAK", "kind": "GROWTH",
                   "baseline": 1.0, "settled": 3.0, "perOperation": 0.5}]}
                """);

        assertThat(Records.in(List.of(folder)).tests().get(0).growths())
                .extracting(TestRecord.Growth::resource)
                .containsExactly("sockets:ESTABLISHED to 127.0.0.1:*");
    }
}
