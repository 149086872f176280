package io.scupper.examples.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import io.scupper.examples.corpus.run.CellExperiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out one cell, in this process: what {@link io.scupper.examples.corpus.run.CellProcess} starts. */
@Command(name = "cell", hidden = true)
final class CellCommand implements Callable<Integer> {

    @Parameters(index = "0", description = "the cell as JSON")
    private String cell = "";

    @Parameters(index = "1", description = "where to put the result")
    private Path answer = Path.of("result.json");

    @Option(names = "--contended")
    private boolean contended;

    @Option(names = "--dumps")
    private boolean dumps;

    @Override
    public Integer call() throws Exception {
        Result result = CellExperiment.of(new ObjectMapper().readValue(cell, Cell.class), contended, dumps);
        Files.writeString(answer, Results.toJson(result));
        return 0;
    }
}
