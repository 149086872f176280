package io.scupper.examples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.result.Outcome;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import io.scupper.examples.corpus.result.Sample;
import io.scupper.examples.corpus.subject.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CellOptionsTests {

    private static final Result DONE = Sample.of(Kind.TIMER, 10, Outcome.LEAK, 21);
    private static final Cell OTHER =
            Sample.of(Kind.LISTENER, 10, Outcome.LEAK, 21).cell();

    @Test
    void whatIsDoneIsNotRunAgain() {
        assertThat(CellOptions.left(List.of(DONE.cell(), OTHER), List.of(DONE), false, false))
                .containsExactly(OTHER);
    }

    @Test
    void whatWasDoneWithoutContentionIsRunWithIt() {
        assertThat(CellOptions.left(List.of(DONE.cell()), List.of(DONE), true, false))
                .containsExactly(DONE.cell());
    }

    @Test
    void errorsAreTriedAgain() {
        Result error = Result.failed(OTHER, "The subject died.", false);

        assertThat(CellOptions.left(List.of(OTHER), List.of(error), false, false))
                .containsExactly(OTHER);
    }

    @Test
    void whatWasDoneWithoutDumpsIsRunWithThem() {
        assertThat(CellOptions.left(List.of(DONE.cell()), List.of(DONE), false, true))
                .containsExactly(DONE.cell());
    }

    @Test
    void resultsThatAreThereAreNotWrittenOver(@TempDir Path folder) {
        Results.in(folder.resolve(RunCommand.FILE)).append(DONE);
        var said = new StringWriter();

        int exit =
                new CommandLine(new RunCommand()).setErr(new PrintWriter(said)).execute("--results", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString())
                .startsWith("%s has 1 results already: keep them with --resume, or name another folder with --results."
                        .formatted(folder.resolve(RunCommand.FILE)));
    }
}
