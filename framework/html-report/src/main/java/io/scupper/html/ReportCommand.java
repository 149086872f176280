package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The report from the command line. Ends with 0, with 1 where a record could not be shown, with 2 on a wrong call. */
@Command(
        name = "scupper-report",
        mixinStandardHelpOptions = true,
        description = "Writes a page for each record of a leak test, and an index.")
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--records",
            required = true,
            arity = "1..*",
            description = "Record files, or folders that are searched for them, as target/scupper.")
    private List<Path> records = List.of();

    @Option(names = "--out", required = true, description = "The folder to write to; it is made.")
    private Path out = Path.of("");

    @Option(names = "--markdown", description = "Also writes a summary for a comment on a pull request to this file.")
    private @Nullable Path markdown;

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReportCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line =
                java.util.Objects.requireNonNull(spec, "picocli sets it").commandLine();
        PrintWriter errors = line.getErr();
        try {
            HtmlReport.Written written = HtmlReport.write(records, out);
            if (markdown != null) {
                Files.writeString(markdown, written.markdown());
            }
            written.notShown().forEach(errors::println);
            line.getOut().printf("%s in %s%n", Text.count(written.pages(), "page", "pages"), written.index());
            return written.notShown().isEmpty() ? 0 : 1;
        } catch (ScupperException e) {
            errors.println(e.getMessage());
            return 2;
        }
    }
}
