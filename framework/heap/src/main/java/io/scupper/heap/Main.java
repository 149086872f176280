package io.scupper.heap;

import io.scupper.control.Line;
import io.scupper.heap.dump.DumpException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program: prints lines on standard output, or one line on standard error and an exit code that says why. */
public final class Main {

    /** The analysis was carried out, whatever it found. */
    public static final int DONE = 0;

    /** Something that should not happen, with the place in the program. */
    public static final int BROKEN = 1;

    /** The command line makes no sense. */
    public static final int USAGE = 2;

    /** A dump is not there, is none, or is cut off. */
    public static final int UNREADABLE = 3;

    /** The dumps need more memory than the process may take. */
    public static final int OUT_OF_MEMORY = 4;

    private static final String SYNOPSIS = " Usage: paths --before FIRST.hprof[.gz] --after SECOND.hprof[.gz]"
            + " --operations N --grown CLASS=COUNT [--grown …] [--application PREFIX…] [--own PREFIX]"
            + " | holders --dump FILE.hprof[.gz] --class CLASS [--limit N] [--application PREFIX…] [--own PREFIX]"
            + " | footprint --dump FILE.hprof[.gz] --class CLASS [--application PREFIX…] [--own PREFIX]";

    private Main() {}

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** Runs a command line and returns the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            List<Line> lines = Commands.run(args);
            for (Line line : lines) {
                out.print(line.encode() + "\n");
            }
            out.flush();
            return DONE;
        } catch (UsageException e) {
            err.println(e.getMessage() + SYNOPSIS);
            return USAGE;
        } catch (DumpException e) {
            err.println(e.getMessage());
            return UNREADABLE;
        } catch (OutOfMemoryError e) {
            err.println("Out of memory: the dumps need more than the limit of "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB; start with a larger -Xmx.");
            return OUT_OF_MEMORY;
        } catch (RuntimeException e) {
            err.println("Broken: " + e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
            return BROKEN;
        }
    }
}
