package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar that pipelines run: each exit code. */
class GateJarIT {

    @TempDir
    private Path folder;

    private String said = "";

    @Test
    void eachOutcomeHasAnExitCodeOfItsOwn() throws Exception {
        Path records = Files.createDirectories(folder.resolve("scupper"));
        Path budget = folder.resolve("budget.json");
        Path accepted =
                Files.writeString(folder.resolve("accepted.json"), RecordJson.accepted("0b21fe55738d", "2999-01-01"));

        assertThat(gate("check", records.toString())).as("no records").isEqualTo(4);

        RecordJson.clean(records, "a", 500);
        assertThat(gate(
                        "check",
                        records.toString(),
                        "--html",
                        folder.resolve("pages").toString()))
                .as("clean")
                .isZero();
        assertThat(folder.resolve("pages/index.html")).exists();
        assertThat(gate("accept", records.toString(), "--budget", budget.toString()))
                .isZero();
        assertThat(gate("check", records.toString(), "--accepted", accepted.toString()))
                .as("stale")
                .isEqualTo(5);

        RecordJson.clean(records, "a", 9_000);
        assertThat(gate("check", records.toString(), "--budget", budget.toString()))
                .as("regression")
                .isEqualTo(2);

        RecordJson.inconclusive(records, "a");
        assertThat(gate("check", records.toString())).as("inconclusive").isEqualTo(3);

        RecordJson.leak(records, "a", 1);
        assertThat(gate("check", records.toString())).as("leak").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "truncated | {\"schema\": \"scupper-run/1\", \"samples\": [{ | it is no whole JSON, see line 1",
                "of another schema | {\"schema\": \"scupper-run/9\"} | its schema is 'scupper-run/9', understood is 'scupper-run/1'",
                "misnamed | {\"schema\": \"scupper-run/1\", \"verdict\": \"CLEAN\", \"test\": \"../../x\"} | its test is '../../x'",
            })
    void brokenRecordIsBrokenSetUpBesideACleanOne(String name, String json, String why) throws Exception {
        Path records = Files.createDirectories(folder.resolve("scupper"));
        RecordJson.clean(records, "a", 500);
        RecordJson.write(records, name, json);

        assertThat(gate("check", records.toString())).isEqualTo(4);
        assertThat(said).contains("broken set-up: ", name + ".json' is no record: " + why);
    }

    @Test
    void hundredMegabytesAreBrokenSetUp() throws Exception {
        Path records = Files.createDirectories(folder.resolve("scupper"));
        Path huge = RecordJson.clean(records, "a", 500);
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertThat(gate("check", records.toString())).isEqualTo(4);
        assertThat(said).contains("it has 100 MiB, and a record has at most 64 MiB");
    }

    @Test
    void testOfTwoShardsIsBrokenSetUp() throws Exception {
        Path one = Files.createDirectories(folder.resolve("shard-1"));
        Path other = Files.createDirectories(folder.resolve("shard-2"));
        RecordJson.clean(one, "a", 500);
        RecordJson.clean(other, "a", 500);

        assertThat(gate("check", one.toString(), other.toString())).isEqualTo(4);
        assertThat(said).contains("is recorded twice, in ");
    }

    private int gate(String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("Exception").doesNotContain("SLF4J");
        return process.waitFor();
    }

    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no target/*-all.jar: run 'mvn verify'."));
        }
    }
}
