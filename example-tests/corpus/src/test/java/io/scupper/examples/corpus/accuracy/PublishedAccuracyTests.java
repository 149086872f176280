package io.scupper.examples.corpus.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documentation says of the accuracy is what the results that are kept with the project come to. */
class PublishedAccuracyTests {

    private static final Path RESULTS = Path.of("results", "seed-1.jsonl.gz");
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "accuracy.md");

    @Test
    void documentIsMadeOfTheResultsThatAreKept() throws IOException {
        assertThat(Document.of(Results.in(RESULTS).read())).isEqualTo(Files.readString(DOCUMENT));
    }
}
