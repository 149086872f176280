package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTailTests {

    private final OutputTail tail = new OutputTail();

    @Test
    void theLastFiftyLinesAreKept() throws IOException {
        tail.readFrom(new StringReader(
                IntStream.rangeClosed(1, 60).mapToObj(n -> "line " + n + "\r\n").collect(Collectors.joining())));

        assertThat(tail.indented()).startsWith("\n    line 11\n    line 12\n").endsWith("\n    line 60");
    }

    @Test
    void aLineWithoutEndIsShownAsFarAsItGoes() throws IOException {
        tail.readFrom(new StringReader("done\nhalf"));

        assertThat(tail.indented()).isEqualTo("\n    done\n    half");
    }

    @Test
    void longLinesAreCut() throws IOException {
        tail.readFrom(new StringReader("x".repeat(1 << 20) + "\nend\n"));

        assertThat(tail.indented()).isEqualTo("\n    " + "x".repeat(500) + "\n    end");
    }
}
