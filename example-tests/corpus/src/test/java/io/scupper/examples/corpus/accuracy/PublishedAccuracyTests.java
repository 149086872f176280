package io.scupper.examples.corpus.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What the documentation says of the accuracy is what the results that are kept with the project come to. */
class PublishedAccuracyTests {

    private static final Path RESULTS = Path.of("results");
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "accuracy.md");

    @Test
    void documentIsMadeOfTheResultsThatAreKept() throws IOException {
        var results = new ArrayList<Result>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(RESULTS, "*.jsonl.gz")) {
            files.forEach(file -> results.addAll(Results.in(file).read()));
        }
        assertThat(Document.of(results)).isEqualTo(Files.readString(DOCUMENT));
    }
}
