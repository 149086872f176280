package io.scupper.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a JVM took from its start to its end. Processor time and memory are those of its last look, a twentieth of a second
 * before the end at most.
 *
 * @param took seconds that went by
 * @param processor seconds of all its threads, the system's for it included
 * @param peakMebibytes the most memory that it had at once; 0 where the system does not tell
 */
record Measured(double took, double processor, long peakMebibytes) {

    private static final long LOOK_MILLIS = 50;

    /** Runs a JVM, whose output is shown. */
    static Measured java(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(words));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        Duration processor = Duration.ZERO;
        long peak = 0;
        boolean ended = false;
        while (!ended) {
            peak = Math.max(peak, peak(status));
            processor = process.info().totalCpuDuration().orElse(processor);
            ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return new Measured((System.nanoTime() - began) / 1e9, processor.toMillis() / 1e3, peak);
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended, or this is no Linux.
            return 0;
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f s, %.1f s of processor time, %d MiB at most", took, processor, peakMebibytes);
    }
}
