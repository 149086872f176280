package io.scupper.examples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Collector;
import io.scupper.examples.corpus.cell.Jdk;
import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.rule.Rule;
import io.scupper.examples.corpus.run.CellProcess;
import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few cells, so that the build notices when the corpus does not run any more. */
class CorpusIT {

    private static final int FEATURE = Runtime.version().feature();
    private static final Jdk JDK =
            new Jdk(FEATURE, Path.of(System.getProperty("java.home")), List.of(Collector.SERIAL));

    @ParameterizedTest
    @CsvSource({"STATIC_COLLECTION, 10, LEAK", "DESCRIPTOR, 10, LEAK", "HELD_SOCKET, 0, CLEAN", "SOFT_CACHE, 0, CLEAN"})
    void aCellComesToWhatItMust(Kind kind, int percent, Outcome expected) throws IOException, InterruptedException {
        var cell = new Cell(kind, percent, Pattern.DRAWN, 211, Collector.SERIAL, FEATURE, 1, 1);

        Result result = new CellProcess(Corpus.class, false, false).run(cell, JDK);

        assertThat(result.outcome()).as(result::why).isEqualTo(expected);
        assertThat(result.series().liveBytes()).hasSizeGreaterThanOrEqualTo(Rule.SAMPLES);
        assertThat(result.loadSeconds()).isPositive().isLessThan(result.seconds());
    }
}
