package io.scupper.examples.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.gate.budget.Budget;
import io.scupper.gate.decision.Decision;
import io.scupper.gate.decision.Policy;
import io.scupper.gate.record.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long the gate takes to merge a thousand records of ten shards and to decide on them, beside parsing them alone; in turns.
 * Arguments: a record to make them of.
 */
public final class ManyRecords {

    private static final int RECORDS = 1_000;
    private static final int SHARDS = 10;
    private static final int TURNS = 9;

    /** What the gate may take in a JVM that has just started, as in a build. */
    private static final double MOST_SECONDS = 2;

    private ManyRecords() {}

    /** Runs it, and prints the medians. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("records");
        try {
            List<Path> shards = write(Path.of(arguments[0]), folder);
            double[] gate = new double[TURNS];
            double[] parsing = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                gate[turn] = seconds(() -> decide(shards));
                parsing[turn] = seconds(() -> parse(folder));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d records: the gate's first decision %.2f s, its median %.2f s, parsing alone %.2f s, ratio %.2f%n",
                    RECORDS,
                    gate[0],
                    median(gate),
                    median(parsing),
                    median(gate) / median(parsing));
            if (gate[0] > MOST_SECONDS) {
                throw new IllegalStateException("The gate's first decision took %.2f s, at most %.0f s are allowed."
                        .formatted(gate[0], MOST_SECONDS));
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static List<Path> write(Path record, Path folder) throws IOException {
        String text = Files.readString(record);
        for (int i = 0; i < RECORDS; i++) {
            Path file = folder.resolve("shard-" + i % SHARDS + "/com.acme.Test" + i + "/method.json");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, text.replaceFirst("\"test\" *: *\"[^\"]*\"", "\"test\" : \"Test" + i + ".method\""));
        }
        try (Stream<Path> shards = Files.list(folder)) {
            return shards.sorted().toList();
        }
    }

    private static void decide(List<Path> shards) {
        Decision decision =
                Decision.on(Records.in(shards), Budget.NONE, List.of(), Policy.on(LocalDate.of(2026, 1, 1)));
        if (decision.records().tests().size() != RECORDS) {
            throw new IllegalStateException(decision.records().problems().toString());
        }
    }

    private static void parse(Path folder) {
        var json = new ObjectMapper();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                json.readTree(file.toFile());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
