package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Big;
import com.acme.Million;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    void aMillionMoreOfAClassAreToldInHalfAGibibyte() throws IOException {
        Forked.java(List.of("-Xmx512m", "-XX:+UseSerialGC"), Million.class.getName(), folder.toString());

        Run run = paths("-Xmx512m", "com.acme.Million$Grain=1000000", "com.acme.Million$Link=1000000");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("collection\tcom.acme.Million.GRAINS\tHashMap\t1000\t1001000\tentries\tvalue\n")
                .contains("collection\tcom.acme.Million.links\tMillion$Link linked by next\t1000\t1001000\t");
    }

    @Test
    void aLaterDumpThatIsCutOffEndsInAMessageAndNoAnswer() throws IOException {
        Forked.java(List.of("-Xmx256m"), Big.class.getName(), folder.toString(), "10000");
        Path second = folder.resolve("second.hprof");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(whole, whole.length - whole.length / 3));

        Run run = paths("-Xmx512m");

        assertThat(run.err())
                .startsWith("Heap dump '" + second + "' is truncated: ")
                .endsWith(" Was it still being written?\n")
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(Main.UNREADABLE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theJarIsSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(200_000);
    }

    private Run paths(String limit) throws IOException {
        return paths(limit, "com.acme.Big$Row=2000");
    }

    private Run paths(String limit, String... grown) throws IOException {
        var words = new ArrayList<>(List.of(
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
                "--grown"));
        words.addAll(List.of(grown));
        return Forked.run(words);
    }
}
