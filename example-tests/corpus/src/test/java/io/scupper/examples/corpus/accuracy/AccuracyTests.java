package io.scupper.examples.corpus.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Sample;
import io.scupper.examples.corpus.subject.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTests {

    /** Two leaks of which one is missed, two healthy ones of which one is a false alarm, and one of each other outcome. */
    private static final List<Result> RESULTS = List.of(
            Sample.of(Kind.TIMER, 100, Outcome.LEAK, 211),
            Sample.of(Kind.TIMER, 10, Outcome.CLEAN, 21),
            Sample.of(Kind.LISTENER, 100, Outcome.INCONCLUSIVE, 211),
            Sample.of(Kind.SOFT_CACHE, 0, Outcome.CLEAN, 0),
            Sample.of(Kind.LOG_RING, 0, Outcome.LEAK, 211),
            Result.failed(Sample.of(Kind.BATCHES, 0, Outcome.ERROR, 0).cell(), "The subject died.", false));

    @Test
    void whatIsInconclusiveIsNeitherForNorAgainst() {
        Confusion confusion = Confusion.of(RESULTS, Judge.SCUPPER);

        assertThat(confusion.recall()).isEqualTo(new Share(1, 2));
        assertThat(confusion.precision()).isEqualTo(new Share(1, 2));
        assertThat(confusion.falseAlarms()).isEqualTo(new Share(1, 2));
        assertThat(confusion.inconclusive()).isEqualTo(new Share(1, 5));
        assertThat(confusion.cells()).isEqualTo(6);
    }

    @Test
    void peersAreJudgedOnTheSameSamples() {
        Judge monotone = Judge.all().get("class count grew in every round");
        Confusion confusion = Confusion.of(RESULTS, monotone);

        assertThat(confusion.recall()).isEqualTo(new Share(3, 3));
        assertThat(confusion.precision()).isEqualTo(new Share(3, 4));
        assertThat(confusion.count(false, Outcome.ERROR)).isOne();
    }

    @Test
    void sharesComeWithTheIntervalOfWilson() {
        // (0.98 + 1.9207/100) / 1.0384 ± 1.96·√(0.98·0.02/100 + 3.8415/40000) / 1.0384.
        assertThat(new Share(98, 100).text()).isEqualTo("98.0 % (93.0–99.4)");
        assertThat(new Share(0, 0).text()).isEqualTo("–");
    }

    @Test
    void flakesComeWithTheIntervalOfClopperAndPearson() {
        // 1 − 0.025^(1/200).
        assertThat(new Share(0, 200).exactText()).isEqualTo("0.0 % (0.0–1.8)");
    }

    @Test
    void flakesAreCountedAmongTheHealthyOnly() {
        Flakes flakes = Flakes.in(RESULTS);

        assertThat(flakes.hasFalseLeak()).isTrue();
        assertThat(flakes.text()).isEqualTo("""
                        3 healthy verdicts: 1 CLEAN, 0 INCONCLUSIVE, 1 LEAK, 1 errors
                        false LEAK  33.3 % (0.8–90.6)
                        not CLEAN   66.7 % (9.4–99.2)
                          LEAK healthy/log-ring/growing-for-a-while/211/serial/jdk17/seed1/run1: heap:Order: as it should not
                          ERROR healthy/batches/growing-for-a-while/211/serial/jdk17/seed1/run1: The subject died.""");
    }

    @Test
    void theDocumentIsWhatItHasBeen() throws IOException {
        assertThat(Document.of(RESULTS)).isEqualTo(golden());
    }

    @Test
    void theOrderOfTheResultsMakesNoDifference() throws IOException {
        var reversed = new ArrayList<>(RESULTS);
        Collections.reverse(reversed);

        assertThat(Document.of(reversed)).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (var in = AccuracyTests.class.getResourceAsStream("/accuracy.golden.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
