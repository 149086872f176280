package io.scupper.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process when this JVM is itself killed, for no shutdown hook runs then. It is a shell that waits for a line on a
 * pipe that this JVM holds: a line means that all is well, the end of the pipe that this JVM is gone. Systems without
 * {@code /bin/sh} have none.
 */
final class Watchman {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String SCRIPT = "read line || kill -9 \"$1\"";
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(2);

    private final Process shell;

    private Watchman(Process shell) {
        this.shell = shell;
    }

    /** Sets one over a process, until that ends; empty where there is no shell to do it. */
    static Optional<Watchman> over(Process process) {
        if (!Files.isExecutable(SHELL)) {
            return Optional.empty();
        }
        var command = List.of(SHELL.toString(), "-c", SCRIPT, "scupper-watchman", Long.toString(process.pid()));
        try {
            var watchman = new Watchman(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            // At once and not on close: the number of a process that has ended may become another's.
            process.onExit().thenRun(watchman::dismiss);
            return Optional.of(watchman);
        } catch (IOException e) {
            // No process to spare: the shutdown hook is still there.
            return Optional.empty();
        }
    }

    /** Lets it go, without effect on the process; waits for 2 s at the most until it has gone. */
    void dismiss() {
        try (var line = shell.getOutputStream()) {
            line.write('\n');
        } catch (IOException e) {
            // It has gone already.
        }
        BoundedWait.within(LEAVES_WITHIN, millis -> shell.waitFor(millis, TimeUnit.MILLISECONDS));
    }
}
