package io.scupper.gate;

import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.words.GateException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The gate on the command line. Its exit codes are those of {@link ExitCode}; a wrong call is broken set-up. */
@Command(
        name = "scupper-gate",
        mixinStandardHelpOptions = true,
        subcommands = {CheckCommand.class, AcceptCommand.class, DiffCommand.class},
        description = "Decides on a build from the records of its leak tests.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean",
            "1:a leak that is not accepted",
            "2:a regression against the budget, or a creep over past builds",
            "3:a verdict that could not be given",
            "4:broken set-up: no, missing or broken records, a test that ended in an error, a wrong call",
            "5:a budget or an accepted leak that is out of date"
        })
public final class GateCommand {

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new GateCommand())
                .setParameterExceptionHandler((e, arguments) -> {
                    PrintWriter errors = e.getCommandLine().getErr();
                    errors.println(e.getMessage());
                    errors.println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
                    return ExitCode.BROKEN.code();
                })
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(e instanceof GateException ? e.getMessage() : "Broken: " + e);
                    return ExitCode.BROKEN.code();
                })
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
