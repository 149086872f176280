package io.scupper.examples.corpus.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.corpus.subject.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTests {

    private static final Result TIMER = Sample.of(Kind.TIMER, 10, Outcome.LEAK, 21);
    private static final Result SOFT = Sample.of(Kind.SOFT_CACHE, 0, Outcome.CLEAN, 0);

    @TempDir
    Path folder;

    private Path file;
    private Results results;

    @BeforeEach
    void useAFolderThatIsNotThere() {
        file = folder.resolve("new").resolve("results.jsonl");
        results = Results.in(file);
    }

    @Test
    void whatIsAppendedIsReadAgainInOrder() {
        results.append(TIMER);
        results.append(SOFT);

        assertThat(results.read()).containsExactly(TIMER, SOFT);
    }

    @Test
    void aFileThatIsNotThereHasNoResults() {
        assertThat(results.resume()).isEmpty();
    }

    @Test
    void theLastResultOfACellCounts() {
        Result error = Result.failed(TIMER.cell(), "The disk was full.", false);
        results.append(error);
        results.append(TIMER);

        assertThat(results.read()).containsExactly(TIMER);
    }

    @Test
    void aLineThatWasCutOffIsTakenOffBeforeMoreIsAppended() throws IOException {
        results.append(TIMER);
        Files.writeString(file, Results.toJson(SOFT).substring(0, 40), StandardOpenOption.APPEND);

        assertThat(results.read()).containsExactly(TIMER);
        assertThat(results.resume()).containsExactly(TIMER);
        results.append(SOFT);
        assertThat(results.read()).containsExactly(TIMER, SOFT);
    }

    @Test
    void aLineInTheMiddleThatIsNoResultIsNamed() throws IOException {
        results.append(TIMER);
        Files.writeString(file, "{}x\n", StandardOpenOption.APPEND);
        results.append(SOFT);

        assertThatThrownBy(results::read).hasMessage("Line 2 of %s is not a result.".formatted(file));
    }

    @Test
    void packedResultsAreReadLikeOthers() throws IOException {
        Path packed = folder.resolve("results.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((Results.toJson(TIMER) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Results.in(packed).read()).containsExactly(TIMER);
    }
}
