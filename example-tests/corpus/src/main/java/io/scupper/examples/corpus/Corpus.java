package io.scupper.examples.corpus;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class: runs cells, and says how often the verdict was right. */
@Command(
        name = "corpus",
        description =
                "Runs subjects that leak and subjects that only look like it, and says how often the verdict is right.",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, ReportCommand.class, FlakeHuntCommand.class, CellCommand.class})
public final class Corpus {

    private Corpus() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Corpus()).execute(args));
    }
}
