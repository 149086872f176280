package io.scupper.examples.corpus;

import io.scupper.examples.corpus.accuracy.Document;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the document from results that are there. */
@Command(
        name = "report",
        description = "Writes the document from files of results and nothing else.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", description = "files of results; of several results of one cell the last")
    private List<Path> files = List.of();

    @Option(names = "--document", description = "the document to write; default: ${DEFAULT-VALUE}")
    private Path document = Path.of("docs/accuracy.md");

    @Override
    public Integer call() throws Exception {
        var results = new HashMap<String, Result>();
        files.forEach(file -> Results.in(file).read().forEach(result -> results.put(result.key(), result)));
        Files.writeString(document, Document.of(results.values()));
        return 0;
    }
}
