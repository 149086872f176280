package io.scupper.examples.corpus;

import io.scupper.examples.corpus.accuracy.Document;
import io.scupper.examples.corpus.result.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs cells and writes the document. */
@Command(name = "run", description = "Runs cells and writes the document.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /** Where results are kept, in the folder of the results. */
    static final String FILE = "results.jsonl";

    @Mixin
    private CellOptions cells = new CellOptions();

    @Option(names = "--runs", description = "of each healthy cell; default: ${DEFAULT-VALUE}")
    private int runs = 1;

    @Option(names = "--contention", description = "keep every core busy meanwhile")
    private boolean contention;

    @Option(names = "--document", description = "the document to write; default: ${DEFAULT-VALUE}")
    private Path document = Path.of("docs/accuracy.md");

    @Override
    public Integer call() throws Exception {
        Collection<Result> results = cells.run(FILE, runs, contention);
        if (!results.isEmpty()) {
            Files.writeString(document, Document.of(results));
        }
        return 0;
    }
}
