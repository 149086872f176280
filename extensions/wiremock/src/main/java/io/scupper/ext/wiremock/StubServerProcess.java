package io.scupper.ext.wiremock;

import io.scupper.model.ScupperException;
import io.scupper.spi.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stub server that runs as a process of this machine, with a folder of its own for its port, output and root. */
final class StubServerProcess implements LocalServer {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 20;
    private static final int LAST_LINES = 20;

    private final String name;
    private final StubServerFolder folder;
    private final Process process;
    private int port;

    private StubServerProcess(String name, StubServerFolder folder, Process process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @throws ScupperException if it does not within 30 s, with what it printed; nothing is left behind then
     */
    static StubServerProcess start(String name) {
        StubServerProcess server = launch(name);
        try {
            server.port = server.awaitPort();
            return server;
        } catch (RuntimeException e) {
            server.closeBecauseOf(e);
            throw e;
        }
    }

    private static StubServerProcess launch(String name) {
        try {
            StubServerFolder folder = StubServerFolder.create();
            try {
                Process process = new ProcessBuilder(StubServerCommand.process(folder))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.output().toFile())
                        .start();
                return new StubServerProcess(name, folder, process);
            } catch (IOException | RuntimeException e) {
                folder.remove();
                throw e;
            }
        } catch (IOException e) {
            throw new ScupperException("StubServer '%s' could not be started.".formatted(name), e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /**
     * Ends it: lets it go, and kills it after 5 s. Goes on when this thread is interrupted, and kills it at once then.
     *
     * @throws ScupperException if its folder could not be removed
     */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already; there is nobody to let go.
        }
        if (!endsWithin(ENDS_WITHIN)) {
            process.destroyForcibly()
                    .onExit()
                    .orTimeout(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        removeFolder();
    }

    private void closeBecauseOf(RuntimeException cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private int awaitPort() {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!folder.hasPort()) {
            if (endsWithin(Duration.ofMillis(POLL_MILLIS))) {
                throw failure("ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() - deadline >= 0) {
                throw failure("did not listen within " + STARTS_WITHIN.toSeconds() + " s");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failure("was not waited for: the test was interrupted");
            }
        }
        try {
            return folder.readPort();
        } catch (IOException e) {
            throw new ScupperException("The port of StubServer '%s' could not be read.".formatted(name), e);
        }
    }

    private boolean endsWithin(Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ScupperException failure(String what) {
        return new ScupperException("StubServer '%s' %s. It last printed:%s".formatted(name, what, lastLines()));
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(folder.output());
            int from = Math.max(0, lines.size() - LAST_LINES);
            return lines.isEmpty() ? " nothing." : "\n    " + String.join("\n    ", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return " nothing that could be read (" + e + ").";
        }
    }

    private void removeFolder() {
        try {
            folder.remove();
        } catch (IOException e) {
            throw new ScupperException("Temporary '%s' could not be removed.".formatted(folder.path()), e);
        }
    }
}
