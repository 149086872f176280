package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Big;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
class HeapJarIT {

    private static final Path JAR = Path.of(System.getProperty("scupper.heap.jar"));

    @TempDir
    Path folder;

    @Test
    void theJarBringsAllThatItNeeds() throws IOException {
        Forked.java(List.of("-Xmx256m"), Big.class.getName(), folder.toString(), "10000");

        Run run = paths("-Xmx128m");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("collection\tcom.acme.Big.LEAKED\tHashMap\t2000\t4000\tentries\tvalue\n")
                .contains("culprit\tcom.acme.Big\tLEAKED\n");
    }

    @Test
    void tooLittleMemoryEndsInAMessageThatTellsTheLimit() throws IOException {
        Forked.java(List.of("-Xmx512m"), Big.class.getName(), folder.toString(), "250000");

        Run run = paths("-Xmx64m");

        assertThat(run.err())
                .isEqualTo("Out of memory: the dumps need more than the limit of 64 MiB; start with a larger -Xmx.\n");
        assertThat(run.code()).isEqualTo(Main.OUT_OF_MEMORY);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theJarIsSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(2_000_000);
    }

    private Run paths(String limit) throws IOException {
        return Forked.run(List.of(
                limit,
                "-jar",
                JAR.toString(),
                "paths",
                "--before",
                folder.resolve("first.hprof").toString(),
                "--after",
                folder.resolve("second.hprof").toString(),
                "--operations",
                "211",
                "--grown",
                "com.acme.Big$Row=2000"));
    }
}
