package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.HeapGrowth;
import io.scupper.model.HeapPath;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap analyser as it is carried, on dumps of a subject that its agent took. */
class HeapProgramIT {

    private static final String ARTICLE = "com.acme.Catalogue$Article";
    private static final Map<String, Long> GROWN = Map.of(ARTICLE, 211L);

    @TempDir
    Path folder;

    private final Leftovers before = Leftovers.before();
    private final Set<Path> foldersBefore = folders();
    private Path first;
    private Path second;

    @BeforeEach
    void nameDumps() {
        first = folder.resolve("first.hprof.gz");
        second = folder.resolve("second.hprof.gz");
    }

    @AfterEach
    void nothingIsLeft() {
        before.assertNone(List.of());
        assertThat(folders()).isSubsetOf(foldersBefore);
    }

    @Test
    void whoHoldsWhatGrewIsToldFromTwoDumpsOfASubject() {
        dump(211, 0);
        var grown = new LinkedHashMap<String, Long>();
        grown.put("com.acme.NotThere", 211L);
        grown.put(ARTICLE, 211L);

        List<HeapGrowth> told = HeapProgram.configured().compare(first, second, grown);

        assertThat(told).extracting(HeapGrowth::className).containsExactly("com.acme.NotThere", ARTICLE);
        assertThat(told.get(0).paths()).isEmpty();
        assertThat(told.get(1).held()).isEqualTo(new HeapPath.Counts(211, 422));
        assertThat(told.get(1).weakly()).isEmpty();
        assertThat(told.get(1).paths()).singleElement().satisfies(HeapProgramIT::assertArticles);
    }

    private static void assertArticles(HeapPath path) {
        assertThat(path.root()).isEqualTo("static field of class com.acme.Catalogue");
        assertThat(path.steps())
                .containsExactly(
                        new HeapPath.Step("", "class com.acme.Catalogue", new HeapPath.Counts(1, 1), List.of()),
                        new HeapPath.Step(
                                "com.acme.Catalogue.ARTICLES",
                                "java.util.HashMap",
                                new HeapPath.Counts(1, 1),
                                List.of(HeapPath.Mark.HOLDS, HeapPath.Mark.CULPRIT)),
                        new HeapPath.Step(
                                "[value]", ARTICLE, new HeapPath.Counts(211, 422), List.of(HeapPath.Mark.GROWS)));
        assertThat(path.place().name()).isEqualTo("com.acme.Catalogue.ARTICLES");
        assertThat(path.place().type()).isEqualTo("HashMap");
        assertThat(path.place().entries().grown()).isEqualTo(211);
        assertThat(path.place().unit()).isEqualTo("entries");
        assertThat(path.place().keys()).hasSize(3).allMatch(key -> key.contains("article-"));
        assertThat(path.culprit()).contains("com.acme.Catalogue.ARTICLES");
        assertThat(path.instances()).isEqualTo(new HeapPath.Counts(211, 422));
        assertThat(path.retainedBytes().grown()).isPositive();
        assertThat(path.fingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void tooLittleMemoryIsToldWithWhatToSet() {
        dump(211, 2_000_000);

        assertThatThrownBy(() -> configured(HeapProgram.MEMORY, "32MiB").compare(first, second, GROWN))
                .isInstanceOf(ScupperException.class)
                .hasMessage("The heap analyser ran out of memory: 32 MiB did not suffice. Give it more with"
                        + " -Dscupper.heap.memory=64MiB, about 80 bytes for each object in a dump, or the subject a smaller"
                        + " heap.");
        assertThat(first).exists();
        assertThat(second).exists();
    }

    @Test
    void anAnalysisThatTakesTooLongIsEndedAndTold() {
        dump(211, 0);

        assertThatThrownBy(() -> configured(HeapProgram.WITHIN, "20ms").compare(first, second, GROWN))
                .isInstanceOf(ScupperException.class)
                .hasMessage(
                        "The heap analyser did not come to its end within 20 ms and was ended. Give it more time with"
                                + " -Dscupper.heap.within=2s, or the subject a smaller heap.");
        assertThat(first).exists();
    }

    @Test
    void aDumpThatIsCutOffIsToldByName() throws IOException {
        dump(211, 0);
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> HeapProgram.configured().compare(first, second, GROWN))
                .isInstanceOf(ScupperException.class)
                .hasMessage("The heap dumps cannot be read. Are they whole, and is there room to unpack both in"
                        + " java.io.tmpdir? It last printed:\n    Heap dump '" + second
                        + "' is truncated or damaged: gzip does not come to its end.");
    }

    @Test
    void aGrowthThatIsNoneIsToldAsADefect() {
        assertThatThrownBy(() -> HeapProgram.configured().compare(first, second, Map.of(ARTICLE, 0L)))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("The heap analyser failed with exit code 2, which is a defect of it")
                .hasMessageContaining("Option '--grown' was given '0'; a whole number above 0 is needed.");
    }

    @Test
    void nothingIsStartedForNothing() {
        assertThat(HeapProgram.configured().compare(first, second, Map.of())).isEmpty();
    }

    /** Dumps a subject before and after it keeps some more. */
    private void dump(int articles, int widgets) {
        try (SubjectProcess subject = SubjectProcess.start("-Xmx256m");
                RemoteAgent agent = subject.connect()) {
            subject.tell("keep " + widgets);
            subject.tell("catalogue " + articles);
            agent.dump(first, 1 << 30);
            subject.tell("catalogue " + articles);
            agent.dump(second, 1 << 30);
        }
    }

    private static HeapProgram configured(String property, String value) {
        SystemProperties set = SystemProperties.set(Map.of(property, value));
        try {
            return HeapProgram.configured();
        } finally {
            set.close();
        }
    }

    /** Folders for temporary files in which the program was unpacked. */
    private static Set<Path> folders() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> Files.exists(each.resolve("scupper-heap.jar")))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
