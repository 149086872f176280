package io.scupper.examples.corpus.cell;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A JDK that cells run on.
 *
 * @param feature for example 17
 * @param collectors those that it has
 */
public record Jdk(int feature, Path home, List<Collector> collectors) {

    private static final int SECONDS = 20;

    public Jdk {
        collectors = List.copyOf(collectors);
    }

    /** Looks at what is in this folder, and tries each collector. */
    static Jdk at(Path home) throws IOException, InterruptedException {
        var release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        List<Collector> collectors = new java.util.ArrayList<>();
        for (Collector collector : Arrays.asList(Collector.values())) {
            if (starts(home, collector)) {
                collectors.add(collector);
            }
        }
        return new Jdk(Runtime.Version.parse(version).feature(), home, collectors);
    }

    /** Returns its launcher. */
    public Path java() {
        return java(home);
    }

    static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static boolean starts(Path home, Collector collector) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java(home).toString(), collector.option(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
