package io.scupper.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read in pieces that end anywhere, unlike the kernel's tables. */
class SocketTableTests {

    private static final String HEADING =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    @TempDir
    Path folder;

    @Test
    void everyRowIsFoundWhereverItLies() throws IOException {
        List<String> rows = rows(3_000);

        assertThat(new SocketTable()
                        .rows(table(rows), LongStream.range(0, 3_000).toArray()))
                .isEqualTo(rows);
    }

    @Test
    void onlyRowsOfTheInodesThatAreAskedForAreMade() throws IOException {
        List<String> rows = rows(3_000);

        assertThat(new SocketTable().rows(table(rows), new long[] {0, 1_700, 2_999, 9_999}))
                .containsExactly(rows.get(0), rows.get(1_700), rows.get(2_999));
    }

    @Test
    void tableThatIsNotThereHasNoRows() {
        assertThat(new SocketTable().rows(folder.resolve("tcp6"), new long[] {1}))
                .isEmpty();
    }

    private Path table(List<String> rows) throws IOException {
        return Files.writeString(folder.resolve("tcp"), HEADING + "\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> rows(int count) {
        return IntStream.range(0, count).mapToObj(SocketTableTests::row).collect(Collectors.toList());
    }

    private static String row(int inode) {
        return String.format(
                "%4d: 0100007F:%04X 0100007F:0050 01 00000000:00000000 00:00000000 00000000     0        0 %d 1"
                        + " 0000000000000000 20 4 30 10 -1",
                inode, 40_000 + inode, inode);
    }
}
