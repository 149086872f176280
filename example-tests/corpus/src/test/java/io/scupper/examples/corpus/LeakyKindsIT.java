package io.scupper.examples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Collector;
import io.scupper.examples.corpus.run.CellExperiment;
import io.scupper.examples.corpus.subject.Kind;
import io.scupper.examples.corpus.subject.Pattern;
import io.scupper.examples.culprits.CulpritRow;
import io.scupper.examples.culprits.CulpritTable;
import io.scupper.model.Run;
import io.scupper.model.Verdict;
import io.scupper.report.FailureMessage;
import io.scupper.report.JsonRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind that leaks, when each operation does: its message names the member at fault. */
class LeakyKindsIT {

    private static final Path FOLDER = Path.of("target", "leaky-kinds");

    private static final Set<Kind> STANDING_FOR_ALL = EnumSet.of(Kind.STATIC_COLLECTION, Kind.PARKED_THREAD);

    @ParameterizedTest
    @MethodSource
    void messageNamesTheMemberAtFault(Kind kind) throws IOException, InterruptedException {
        explain(kind);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource
    void soDoesThatOfEveryOtherKind(Kind kind) throws IOException, InterruptedException {
        explain(kind);
    }

    static Stream<Kind> messageNamesTheMemberAtFault() {
        return STANDING_FOR_ALL.stream();
    }

    static Stream<Kind> soDoesThatOfEveryOtherKind() {
        return Arrays.stream(Kind.values()).filter(kind -> kind.takes() && !STANDING_FOR_ALL.contains(kind));
    }

    private static void explain(Kind kind) throws IOException, InterruptedException {
        int feature = Runtime.version().feature();
        var cell = new Cell(kind, 100, Pattern.EVEN, 211, Collector.G1, feature, 1, 1);
        Path record = FOLDER.resolve(kind.word() + ".json");

        Run run = CellExperiment.explained(cell, record);

        JsonRecord.write(run, record);
        String message = FailureMessage.of(run, record);
        assertThat(run.verdict()).as(message).isEqualTo(Verdict.LEAK);
        var row = CulpritRow.of(kind.word(), kind.culprit(), message);
        assertThat(row.named()).as(message).isEqualTo(kind.culprit());
        CulpritTable.of("The corpus").holds(row);
    }
}
