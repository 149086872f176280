package io.scupper.heap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts other JVMs and waits for their end. */
final class Forked {

    private static final int AT_MOST_SECONDS = 240;

    private Forked() {}

    /** Runs a class of the tests, which must end well. */
    static void java(List<String> options, String main, String... args) throws IOException {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        words.addAll(List.of(args));
        Run run = run(words);
        if (run.code() != 0) {
            throw new AssertionError(main + " ended with " + run.code() + ": " + run.err());
        }
    }

    /** Runs a JVM with these arguments. */
    static Run run(List<String> words) throws IOException {
        Path out = Files.createTempFile("scupper-heap", ".out");
        Path err = Files.createTempFile("scupper-heap", ".err");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            if (!process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("No end after " + AT_MOST_SECONDS + " seconds: " + command);
            }
            return new Run(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
