package io.scupper.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What the comparison of two dumps of a gibibyte takes, in the process that the tests would start for it, as a ratio to what
 * Shark takes for the paths in one of them.
 */
public final class HeapExplanation {

    private static final String GROWN = LargeHeap.class.getName() + "$Session";

    /** Ten million objects. */
    private static final String CUSTOMERS = "285000";

    private HeapExplanation() {}

    /** Takes the jar of the analyser, a folder with five gibibytes of room, and how many customers if it is to be quicker. */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        String customers = args.length > 2 ? args[2] : CUSTOMERS;
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[1])), "explanation");
        Path first = folder.resolve("first.hprof");
        Path second = folder.resolve("second.hprof");
        String classPath = System.getProperty("java.class.path");
        try {
            Measured.java(
                    "-Xmx2g",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath,
                    LargeHeap.class.getName(),
                    folder.toString(),
                    customers);
            System.out.printf("two dumps of %d MiB%n", Files.size(second) >> 20);
            Measured plain = compare(jar, first, second);
            Measured packed = compare(jar, packed(first), packed(second));
            Measured shark =
                    Measured.java("-Xmx4g", "-cp", classPath, SharkAnalysis.class.getName(), second.toString(), GROWN);
            print("both dumps compared", plain, shark);
            print("both dumps compared, packed", packed, shark);
            print("paths in one dump by Shark", shark, shark);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Runs the analyser as {@code HeapProgram} does. */
    private static Measured compare(Path jar, Path before, Path after) throws Exception {
        return Measured.java(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + before.getParent(),
                "-jar",
                jar.toString(),
                "paths",
                "--before",
                before.toString(),
                "--after",
                after.toString(),
                "--operations",
                Integer.toString(LargeHeap.GROWTH),
                "--application",
                "io.scupper.example",
                "--grown",
                GROWN + "=" + LargeHeap.GROWTH);
    }

    /** Packs a dump as the agent does. */
    private static Path packed(Path dump) throws IOException {
        Path packed = dump.resolveSibling(dump.getFileName() + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            Files.copy(dump, out);
        }
        return packed;
    }

    private static void print(String what, Measured measured, Measured shark) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s; ratio to Shark %.2f, of processor time %.2f%n",
                what,
                measured,
                measured.took() / shark.took(),
                measured.processor() / shark.processor());
    }
}
