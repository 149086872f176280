package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTests {

    @TempDir
    Path folder;

    @Test
    void noCommandIsWrongUsage() {
        assertUsage("Command '' is not known; there are 'paths', 'holders' and 'footprint'. Usage: paths ");
    }

    @Test
    void anOptionThatIsNotKnownIsToldWithThoseThatAre() {
        assertUsage(
                "Option '--form' is not known; there are --after, --application, --before, --grown, --operations, --own.",
                "paths",
                "--form",
                "x");
    }

    @Test
    void whatIsNeededIsTold() {
        assertUsage(
                "Option '--after' is needed once, and was given 0 times.",
                "paths",
                "--operations",
                "7",
                "--grown",
                "a.B=1");
        assertUsage("Option '--grown' is needed at least once, as CLASS=COUNT.", "paths", "--operations", "7");
        assertUsage("Option '--operations' has no value.", "paths", "--operations", "--grown", "a.B=1");
    }

    @Test
    void numbersAreWholeAndAboveZero() {
        assertUsage(
                "Option '--operations' was given '0'; a whole number above 0 is needed.", "paths", "--operations", "0");
        assertUsage(
                "Option '--grown' was given 'a.B=many'; a whole number above 0 is needed.".replace("a.B=", ""),
                "paths",
                "--operations",
                "7",
                "--grown",
                "a.B=many");
        assertUsage(
                "Option '--grown' was given 'a.B'; CLASS=COUNT is needed.",
                "paths",
                "--operations",
                "7",
                "--grown",
                "a.B");
    }

    @Test
    void aDumpThatIsNotThereIsToldByName() {
        Path none = folder.resolve("none.hprof");

        assertUnreadable("Heap dump '" + none + "' cannot be read: no such file, or not readable.\n", none);
    }

    @Test
    void aFileThatIsNoDumpIsTold() throws IOException {
        Path text = Files.writeString(folder.resolve("text.hprof"), "not a dump");

        assertUnreadable("'" + text + "' is no heap dump of a JVM: it does not begin with JAVA PROFILE.\n", text);
    }

    @Test
    void aDumpThatIsCutOffIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(SubjectDumps.file("first.hprof"));

        for (int length : new int[] {40, whole.length / 10, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.hprof"), Arrays.copyOf(whole, length));
            Run run = holders(cut);

            assertThat(run.code()).as("%d bytes", length).isEqualTo(Main.UNREADABLE);
            assertThat(run.err())
                    .startsWith("Heap dump '" + cut + "' is truncated: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void aPackedDumpIsReadLikeAnother() throws IOException {
        Path dump = SubjectDumps.file("first.hprof");

        assertThat(holders(packed(dump)).out()).isEqualTo(holders(dump).out()).contains("ENTRIES");
    }

    @Test
    void aPackedDumpThatIsCutOffIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(packed(SubjectDumps.file("first.hprof")));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertUnreadable("Heap dump '" + cut + "' is truncated or damaged: gzip does not come to its end.\n", cut);
    }

    @Test
    void bytesThatMakeNoSenseEndInAMessage() throws IOException {
        byte[] bytes = Files.readAllBytes(SubjectDumps.file("first.hprof"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4000, (byte) 0x7f);
        Path damaged = Files.write(folder.resolve("damaged.hprof"), bytes);

        Run run = holders(damaged);

        assertThat(run.code()).isEqualTo(Main.UNREADABLE);
        assertThat(run.err()).startsWith("Heap dump '" + damaged + "' ").hasLineCount(1);
    }

    private Path packed(Path dump) throws IOException {
        Path packed = folder.resolve("packed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(dump, out);
        }
        return packed;
    }

    private static Run holders(Path dump) {
        return Run.of("holders", "--dump", dump.toString(), "--class", "com.acme.Shop$Session");
    }

    private static void assertUnreadable(String message, Path dump) {
        Run run = holders(dump);

        assertThat(run.err()).isEqualTo(message);
        assertThat(run.code()).isEqualTo(Main.UNREADABLE);
        assertThat(run.out()).isEmpty();
    }

    private static void assertUsage(String message, String... args) {
        Run run = Run.of(args);

        assertThat(run.err()).startsWith(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(Main.USAGE);
    }
}
