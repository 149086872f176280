package io.scupper.examples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Sample;
import io.scupper.examples.corpus.subject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOptionsTests {

    private static final Result DONE = Sample.of(Kind.TIMER, 10, Outcome.LEAK, 21);
    private static final Cell OTHER =
            Sample.of(Kind.LISTENER, 10, Outcome.LEAK, 21).cell();

    @Test
    void whatIsDoneIsNotRunAgain() {
        assertThat(CellOptions.left(List.of(DONE.cell(), OTHER), List.of(DONE), false))
                .containsExactly(OTHER);
    }

    @Test
    void whatWasDoneWithoutContentionIsRunWithIt() {
        assertThat(CellOptions.left(List.of(DONE.cell()), List.of(DONE), true)).containsExactly(DONE.cell());
    }

    @Test
    void errorsAreTriedAgain() {
        Result error = Result.failed(OTHER, "The subject died.", false);

        assertThat(CellOptions.left(List.of(OTHER), List.of(error), false)).containsExactly(OTHER);
    }
}
