package io.scupper.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Root;
import io.scupper.heap.graph.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that no JVM writes at will. */
class DumpTests {

    private static final long OBJECT = 0x100;
    private static final long STRING = 0x108;
    private static final long ROW = 0x110;
    private static final long ROWS = 0x118;
    private static final long BYTES = 0x120;
    private static final long INTEGER = 0x128;
    private static final long CHARS = 0x130;

    /** Beyond what a signed number of four bytes can tell. */
    private static final long HIGH = 0xf000_0000L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void addressesHaveFourBytesOrEight(int idBytes) throws IOException {
        HprofWriter writer = types(idBytes, HIGH)
                .instance(HIGH + 8, ROW, 7, HIGH + 16, 0L)
                .array(HIGH, ROWS, HIGH + 8, 0, HIGH + 8)
                .instance(HIGH + 16, ROW, 8, 0L, HIGH + 8);

        Graph graph = graph(writer);

        int rows = onlyTarget(graph, "class acme.Row");
        int first = graph.target(rows, 0);
        int second = graph.target(first, 0);
        assertThat(graph.nameOf(rows)).isEqualTo("acme.Row[]");
        assertThat(graph.degree(rows)).isEqualTo(2);
        assertThat(graph.sizeOf(rows)).isEqualTo(16 + 3 * 4 + 4);
        assertThat(graph.nameOf(first)).isEqualTo("acme.Row");
        assertThat(graph.sizeOf(first)).isEqualTo(12 + 4 + 2 * 4);
        assertThat(graph.target(first, 1)).isEqualTo(-1);
        assertThat(graph.target(second, 1)).isEqualTo(first);
    }

    @Test
    void partsOfTheHeapAreOneHeapWhateverTheirOrder() throws IOException {
        var backwards = new HprofWriter(8)
                .instance(0x2008, ROW, 7, 0x2000L, 0L)
                .part()
                .part()
                .instance(0x2000, ROW, 8, 0L, 0x2008L)
                .part();
        types(backwards, 0x2008);

        Graph graph = graph(backwards);

        int first = onlyTarget(graph, "class acme.Row");
        assertThat(graph.size()).isEqualTo(graph.classes() + 2);
        assertThat(graph.nameOf(first)).isEqualTo("acme.Row");
        assertThat(graph.target(graph.target(first, 0), 1)).isEqualTo(first);
    }

    @Test
    void anArrayMayBeLargerThanAllThatIsReadAtOnce() throws IOException {
        int many = 100_000;
        long[] rows = LongStream.range(0, many).map(i -> 0x10_0000 + 16 * i).toArray();
        HprofWriter writer = types(8, 0x2000).array(0x2000, ROWS, rows).bytes(0x1000, new byte[3_000_000]);
        Arrays.stream(rows).forEach(row -> writer.instance(row, ROW, 7, 0x1000L, 0L));

        Graph graph = graph(writer);

        int array = onlyTarget(graph, "class acme.Row");
        assertThat(graph.degree(array)).isEqualTo(many);
        assertThat(IntStream.range(0, many).map(i -> graph.target(array, i)).distinct())
                .hasSize(many);
        int bytes = graph.target(graph.target(array, many - 1), 0);
        assertThat(graph.nameOf(bytes)).isEqualTo("byte[]");
        assertThat(graph.sizeOf(bytes)).isEqualTo(3_000_016);
        assertThat(graph.degree(bytes)).isZero();
    }

    @Test
    void heapsMayLieFarApart() throws IOException {
        long far = 0x0000_7fff_0000_0000L;

        Graph graph = graph(types(8, 0x2000).instance(0x2000, ROW, 7, far, 0L).instance(far, ROW, 8, 0L, 0x2000L));

        int near = onlyTarget(graph, "class acme.Row");
        assertThat(graph.target(graph.target(near, 0), 1)).isEqualTo(near);
    }

    @Test
    void textsAreReadAsEachJdkStoresThem() throws IOException {
        byte[] wide = "größe ✓".getBytes(StandardCharsets.UTF_16LE);
        HprofWriter writer = types(8, 0x2000)
                .array(0x2000, ROWS, 0x2008, 0x2018, 0x2028, 0x2038, 0x2048)
                .instance(0x2008, STRING, 0x2010L, (byte) 0)
                .bytes(0x2010, "plain".getBytes(StandardCharsets.ISO_8859_1))
                .instance(0x2018, STRING, 0x2020L, (byte) 1)
                .bytes(0x2020, wide)
                .instance(0x2028, STRING, 0x2030L, (byte) 0)
                .chars(0x2030, "größe ✓")
                .instance(0x2038, INTEGER, -42)
                .instance(0x2048, ROW, 7, 0L, 0L);

        try (Dump dump = open(writer)) {
            int array = onlyTarget(dump.graph(), "class acme.Row");
            int[] objects = IntStream.range(0, 5)
                    .map(i -> dump.graph().target(array, i))
                    .toArray();

            assertThat(dump.texts().of(objects)).containsExactly("plain", "größe ✓", "größe ✓", "-42", null);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textsAreFoundWhereverInTheDumpTheyAre(boolean sorted) throws IOException {
        int many = 3_000;
        LongStream places = LongStream.range(0, many).map(i -> sorted ? i : i * 1_009 % many);
        long[] strings = places.map(place -> 0x10_0000 + 1024 * place).toArray();
        HprofWriter writer = types(8, 0x2000).array(0x2000, ROWS, strings);
        for (int i = 0; i < many; i++) {
            writer.instance(strings[i], STRING, strings[i] + 8, (byte) 0);
            writer.bytes(strings[i] + 8, ("text " + i + " ".repeat(500)).getBytes(StandardCharsets.ISO_8859_1));
        }

        try (Dump dump = open(writer)) {
            int array = onlyTarget(dump.graph(), "class acme.Row");
            int[] some = IntStream.of(0, 1_500, 2_999)
                    .map(i -> dump.graph().target(array, i))
                    .toArray();

            assertThat(dump.texts().of(some).stream().map(String::strip))
                    .containsExactly("text 0", "text 1500", "text 2999");
        }
    }

    @Test
    void ofAHugeTextOnlyTheBeginningIsRead() throws IOException {
        byte[] huge = new byte[5_000_000];
        Arrays.fill(huge, (byte) 'x');
        HprofWriter writer =
                types(8, 0x2008).instance(0x2008, STRING, 0x2010L, (byte) 0).bytes(0x2010, huge);

        try (Dump dump = open(writer)) {
            int text = onlyTarget(dump.graph(), "class acme.Row");

            assertThat(dump.texts().of(new int[] {text})).containsExactly("x".repeat(1024));
        }
    }

    @Test
    void rootsAreOfTheKindThatTheDumpTells() throws IOException {
        HprofWriter writer = types(4, 0)
                .instance(0x2000, ROW, 7, 0L, 0L)
                .root(0x01, 0x2000, 99)
                .root(0x02, 0x2000, 1, -1)
                .root(0x03, 0x2000, 1, 0)
                .root(0x04, 0x2000, 1)
                .root(0x05, ROW)
                .root(0x06, 0x2000, 1)
                .root(0x07, 0x2000)
                .root(0x08, 0x2000, 1, 1)
                .root(0xff, 0x2000)
                .root(0x07, 0x3000);

        assertThat(graph(writer).roots())
                .extracting(Root::kind)
                .containsExactly(
                        Root.Kind.JNI_GLOBAL,
                        Root.Kind.JNI_LOCAL,
                        Root.Kind.LOCAL,
                        Root.Kind.NATIVE_STACK,
                        Root.Kind.OTHER,
                        Root.Kind.NATIVE_STACK,
                        Root.Kind.MONITOR,
                        Root.Kind.THREAD,
                        Root.Kind.OTHER);
    }

    @Test
    void whatIsDamagedIsToldWithItsPlace() {
        assertDamaged(types(8, 0).nonsense(0x77), "is damaged: the record at byte \\d+ is of kind 119, .*");
        assertDamaged(
                types(8, 0).instance(0x2000, ROW, 7), "is damaged: an instance of acme.Row has 4 bytes where 20 .*");
        assertDamaged(types(8, 0).instance(0x2000, 0x666), "is damaged: there are 1 instances of a class .*");
        assertDamaged(types(8, 0).instance(0x2001, OBJECT), "is damaged: there is an object at address 0x2001, .*");
    }

    @Test
    void aRecordThatEndsAfterItsPartIsDamaged() throws IOException {
        Path file = types(8, 0).bytes(0x2000, new byte[] {1, 2, 3, 4}).to(folder.resolve("dump.hprof"));
        byte[] bytes = Files.readAllBytes(file);
        int length = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\b\1\2\3\4") - 1;
        bytes[length] = 5;
        Files.write(file, bytes);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DumpException.class)
                .hasMessageMatching("Heap dump '.*' is damaged: the record at byte \\d+ is longer than what is left.");
    }

    private void assertDamaged(HprofWriter writer, String message) {
        assertThatThrownBy(() -> open(writer))
                .isInstanceOf(DumpException.class)
                .hasMessageMatching("Heap dump '.*' " + message);
    }

    /** Returns where the static field of a class leads. */
    private static int onlyTarget(Graph graph, String typeName) {
        int type = IntStream.range(0, graph.classes())
                .filter(i -> graph.nameOf(i).equals(typeName))
                .findFirst()
                .orElseThrow();
        return graph.target(type, 0);
    }

    private static HprofWriter types(int idBytes, long kept) {
        return types(new HprofWriter(idBytes), kept);
    }

    private static HprofWriter types(HprofWriter writer, long kept) {
        int reference = HprofWriter.REFERENCE;
        return writer.type(OBJECT, "java.lang.Object", 0)
                .type(STRING, "java.lang.String", OBJECT, "value", reference, "coder", HprofWriter.BYTE)
                .type(INTEGER, "java.lang.Integer", OBJECT, "value", HprofWriter.INT)
                .keeper(
                        ROW,
                        "acme.Row",
                        OBJECT,
                        kept,
                        "KEPT",
                        "number",
                        HprofWriter.INT,
                        "one",
                        reference,
                        "other",
                        reference)
                .type(ROWS, "[Lacme.Row;", OBJECT)
                .type(BYTES, "[B", OBJECT)
                .type(CHARS, "[C", OBJECT);
    }

    private Graph graph(HprofWriter writer) throws IOException {
        try (Dump dump = open(writer)) {
            return dump.graph();
        }
    }

    private Dump open(HprofWriter writer) throws IOException {
        return open(writer.to(folder.resolve("dump.hprof")));
    }

    private static Dump open(Path file) {
        return Dump.open(file, (name, fields) -> new Type.Traits(false, false, false));
    }
}
