package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import io.scupper.spi.Deadline;
import io.scupper.spi.FreePort;
import io.scupper.spi.LocalServer;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis as a process of this machine, from the binary in the embedded-redis jar. It has a folder of its own for
 * binary, log and data, which goes with it; it prints nothing here, and ends with this JVM if nobody closes it.
 *
 * <p>Only the binary is taken from that library: its own way to start leaves the binary and a file behind each time.
 */
final class LocalRedis implements LocalServer {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int PORTS_TO_TRY = 3;

    private final Path folder;
    private final Process process;
    private final int port;
    private final Thread atExit;

    private LocalRedis(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.atExit = new Thread(this::end, "scupper-redis-exit");
    }

    /**
     * Starts a server on a free port and waits until it answers.
     *
     * @param arguments as on the command line of {@code redis-server}
     * @throws ScupperException if it does not start, with the last lines it printed; nothing is left behind
     */
    static LocalRedis start(List<String> arguments) {
        for (int attempt = 1; ; attempt++) {
            LocalRedis redis = launch(arguments);
            try {
                redis.awaitAnswer();
                return redis;
            } catch (PortTakenException e) {
                redis.close();
                if (attempt == PORTS_TO_TRY) {
                    throw e;
                }
            } catch (ScupperException e) {
                redis.close();
                throw e;
            }
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Kills the server, waits for its end, bounded by 5 s, and deletes its folder. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook is about to do the same.
        }
        end();
    }

    private static LocalRedis launch(List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("scupper-redis-");
            try {
                Path binary = runnable(ExecutableProvider.newJarResourceProvider(folder.toFile())
                        .get()
                        .toPath());
                int port = FreePort.find();
                var command = new ArrayList<String>(List.of(binary.toString()));
                command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
                command.addAll(List.of("--dir", folder.toString()));
                command.addAll(arguments);
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log(folder).toFile())
                        .start();
                var redis = new LocalRedis(folder, process, port);
                Runtime.getRuntime().addShutdownHook(redis.atExit);
                return redis;
            } catch (IOException | RuntimeException e) {
                delete(folder);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw new ScupperException(
                    "A Redis could not be started on this machine: " + e.getMessage()
                            + ". Where there is no binary for it, run the subject in a container.",
                    e);
        }
    }

    /**
     * Returns a copy that this JVM has never had open. Linux runs no file that anybody has open for writing, and a process
     * that another thread starts at this moment inherits what this JVM is writing: "Text file busy".
     */
    private static Path runnable(Path unpacked) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return unpacked;
        }
        Path copy = unpacked.resolveSibling("redis-server");
        Process process = new ProcessBuilder("cp", "-p", unpacked.toString(), copy.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Its binary could not be copied: " + printed.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while its binary was copied.");
        }
        return copy;
    }

    private void awaitAnswer() {
        Deadline deadline = Deadline.in(ANSWERS_WITHIN);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var connection = new RedisConnection(address, "start")) {
            while (!isAnsweredBy(connection)) {
                if (!process.isAlive()) {
                    throw ended();
                }
                if (deadline.isOver()) {
                    throw new ScupperException("Redis did not answer on port %d within %d s. It printed:%n%s"
                            .formatted(port, ANSWERS_WITHIN.toSeconds(), lastLines()));
                }
                deadline.pause("Redis to answer");
            }
        }
    }

    /** Tells whether this very process answers: another may have taken the port since it was found free. */
    private boolean isAnsweredBy(RedisConnection connection) {
        try {
            return Long.toString(process.pid()).equals(connection.info("server").get("process_id"));
        } catch (ScupperException e) {
            return false;
        }
    }

    private ScupperException ended() {
        String printed = lastLines();
        String message = "Redis ended with exit code %d instead of answering on port %d. It printed:%n%s"
                .formatted(process.exitValue(), port, printed);
        return printed.contains("already in use") ? new PortTakenException(message) : new ScupperException(message);
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log(folder));
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(its log could not be read: " + e.getMessage() + ")";
        }
    }

    private void end() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static Path log(Path folder) {
        return folder.resolve("redis.log");
    }

    private static void delete(Path folder) {
        try (var walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // What is left lies in the system's temporary folder.
        }
    }

    /** The port that was free a moment ago is not: another one will do. */
    private static final class PortTakenException extends ScupperException {

        private static final long serialVersionUID = 1L;

        PortTakenException(String message) {
            super(message);
        }
    }
}
