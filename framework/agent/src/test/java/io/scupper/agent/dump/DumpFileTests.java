package io.scupper.agent.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpFileTests {

    @TempDir
    Path folder;

    private Path full;
    private Path spare;

    @BeforeEach
    void makeFolders() throws IOException {
        full = Files.createDirectory(folder.resolve("full"));
        spare = Files.createDirectory(folder.resolve("spare"));
    }

    @Test
    void theFileHasNoNameAnyMoreWhileItIsRead() throws IOException {
        DumpFile dump = DumpFile.take(List.of(spare), file -> Files.writeString(file, "a dump"));

        try (InputStream in = dump.in()) {
            assertThat(spare).isEmptyDirectory();
            assertThat(in.readAllBytes()).asString().isEqualTo("a dump");
            assertThat(dump.size()).isEqualTo(6);
        }
    }

    @Test
    void aFolderThatRunsFullIsLeftAsItWasAndTheNextOneTried() throws IOException {
        DumpFile dump = DumpFile.take(List.of(full, spare), this::writeUnlessFull);

        try (InputStream in = dump.in()) {
            assertThat(in.readAllBytes()).asString().isEqualTo("a dump");
            assertThat(full).isEmptyDirectory();
        }
    }

    @Test
    void allThatWasTriedIsToldWithItsFreeSpace() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> DumpFile.take(List.of(none, full), this::writeUnlessFull))
                .isInstanceOf(IOException.class)
                .message()
                .matches("no folder takes a dump of the heap, of which \\d+ MiB are in use; '" + none
                        + "' \\(free space unknown\\): no such folder; '" + full
                        + "' \\(\\d+ MiB free\\): No space left on device\\."
                        + " Give the subject a folder with room: -Djava\\.io\\.tmpdir=FOLDER\\.");
    }

    @Test
    void aFailureThatIsNotTheFoldersLeavesNothingAndTriesNoOther() {
        List<Path> tried = new ArrayList<>();

        assertThatThrownBy(() -> DumpFile.take(List.of(full, spare), file -> {
                    tried.add(file.getParent());
                    Files.writeString(file, "a d");
                    throw new IllegalStateException("this JVM takes no dumps");
                }))
                .hasMessage("this JVM takes no dumps");
        assertThat(tried).containsExactly(full);
        assertThat(full).isEmptyDirectory();
    }

    private void writeUnlessFull(Path file) throws IOException {
        Files.writeString(file, "a d");
        if (file.startsWith(full)) {
            throw new IOException("No space left on device");
        }
        Files.writeString(file, "a dump");
    }
}
