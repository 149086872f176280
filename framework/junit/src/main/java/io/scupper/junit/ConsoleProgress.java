package io.scupper.junit;

import io.scupper.model.ByteSize;
import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.spi.RunListener;
import java.io.PrintStream;

/** Shows on standard error where an experiment is: phase, round, operations so far, live bytes. */
final class ConsoleProgress implements RunListener {

    /** {@code off} silences it. */
    private static final String SETTING = "scupper.progress";

    private final String test;
    private final PrintStream out;
    private long operations;

    ConsoleProgress(String test, PrintStream out) {
        this.test = test;
        this.out = out;
    }

    static RunListener of(String test) {
        return System.getProperty(SETTING, "on").equals("off")
                ? new RunListener() {}
                : new ConsoleProgress(test, System.err);
    }

    @Override
    public void roundStarted(Phase phase, int round, long inRound) {
        operations += inRound;
    }

    @Override
    public void sampled(Sample sample) {
        out.printf(
                "scupper  %s  %-7s %2d  %6d operations%s%n",
                test,
                sample.phase().word(),
                sample.round(),
                operations,
                live(sample.heap().liveBytes()));
    }

    /** What is read from outside may tell nothing of its heap. */
    private static String live(long bytes) {
        return bytes == 0 ? "" : "  live " + ByteSize.format(bytes);
    }

    @Override
    public void noted(String what) {
        out.printf("scupper  %s  %s%n", test, what);
    }
}
