package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A process that this JVM started: its last lines are kept, and it does not outlive this JVM. */
final class ChildProcess implements AutoCloseable {

    /** How long it may take to end by itself before it is killed: enough for shutdown hooks, too short to be a nuisance. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String description;
    private final Process process;
    private final InputStream told;
    private final OutputTail tail = new OutputTail();
    private final Thread reader;
    private final Thread killer;
    private final Optional<Watchman> watchman;

    private ChildProcess(String description, Process process, boolean tellsErrorsOnly) {
        this.description = description;
        this.process = process;
        this.told = tellsErrorsOnly ? process.getErrorStream() : process.getInputStream();
        this.reader = new Thread(this::readOutput, "scupper-output-" + process.pid());
        this.killer = new Thread(this::kill, "scupper-kill-" + process.pid());
        this.watchman = Watchman.over(process);
    }

    /**
     * Starts a process, its errors among its output; where its output is redirected, its errors alone are kept.
     *
     * @throws ScupperException if the system does not start it
     */
    static ChildProcess start(String description, ProcessBuilder builder) {
        ChildProcess child;
        boolean tellsErrorsOnly = !builder.redirectOutput().equals(ProcessBuilder.Redirect.PIPE);
        try {
            child = new ChildProcess(
                    description, builder.redirectErrorStream(!tellsErrorsOnly).start(), tellsErrorsOnly);
        } catch (IOException e) {
            throw new ScupperException(
                    "%s could not be started with '%s'."
                            .formatted(description, builder.command().get(0)),
                    e);
        }
        Runtime.getRuntime().addShutdownHook(child.killer);
        child.reader.setDaemon(true);
        child.reader.start();
        return child;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits a moment, shorter if the process ends.
     *
     * @throws ScupperException if it has ended, as {@link #requireAlive}, or if this thread is interrupted
     */
    void pause(int millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        requireAlive();
    }

    /**
     * Waits until it ends and all that it printed was read.
     *
     * @return its exit code; empty if it still runs after so long
     * @throws ScupperException if this thread is interrupted
     */
    OptionalInt awaitEnd(Duration bound) {
        try {
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        awaitReader();
        return OptionalInt.of(process.exitValue());
    }

    /**
     * Makes sure that it runs.
     *
     * @throws ScupperException if it has ended, with its exit code and its last lines
     */
    void requireAlive() {
        if (process.isAlive()) {
            return;
        }
        awaitReader();
        throw new ScupperException(
                "%s has ended with exit code %d.%s".formatted(description, process.exitValue(), lastLines()));
    }

    /** Returns a sentence with the last lines it printed, for the end of a message. */
    String lastLines() {
        String lines = tail.indented();
        return lines.isEmpty() ? " It printed nothing." : " It last printed:" + lines;
    }

    /**
     * Ends it and the processes that it started: asks first, kills after 5 s. Blocks for 12 s at the most.
     *
     * @throws ScupperException if the system did not end it; it may run on then
     */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        boolean ended = endsWithin(GRACE);
        descendants.forEach(ProcessHandle::destroyForcibly);
        if (!ended) {
            process.destroyForcibly();
            ended = endsWithin(GRACE);
        }
        awaitReader();
        watchman.ifPresent(Watchman::dismiss);
        keepFromKillingAtExit();
        if (!ended) {
            throw new ScupperException("%s, process %d, was killed and still runs after %d s: end it by hand."
                    .formatted(description, process.pid(), GRACE.toSeconds()));
        }
    }

    private ScupperException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ScupperException(
                "The test was interrupted while it waited for %s.%s".formatted(description, lastLines()), cause);
    }

    private boolean endsWithin(Duration bound) {
        return BoundedWait.within(bound, millis -> process.waitFor(millis, TimeUnit.MILLISECONDS));
    }

    /** The reader ends with the process, unless a process that nobody knows of has inherited its output. */
    private void awaitReader() {
        BoundedWait.within(Duration.ofSeconds(2), millis -> {
            reader.join(millis);
            return !reader.isAlive();
        });
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void keepFromKillingAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // This JVM is going down already; the hook finds the process gone.
        }
    }

    private void readOutput() {
        try (Reader output = new InputStreamReader(told, StandardCharsets.UTF_8)) {
            tail.readFrom(output);
        } catch (IOException e) {
            // The stream was closed under the reader, as it is when the process is killed: there is no more to read.
        }
    }
}
