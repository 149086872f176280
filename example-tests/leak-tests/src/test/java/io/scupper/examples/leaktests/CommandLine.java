package io.scupper.examples.leaktests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a pipeline types: the packed gate, and JUnit's console for a leak test in a JVM of its own. */
record CommandLine(int code, String said) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Returns the words that call the packed gate. */
    static List<String> gate(String... arguments) {
        var words = new ArrayList<>(List.of(JAVA, "-jar", System.getProperty("gate.jar")));
        words.addAll(List.of(arguments));
        return words;
    }

    /**
     * Returns the words that run a leak test.
     *
     * @param properties of the JVM, for example {@code -Dscupper.records=shard-1}
     */
    static List<String> leakTest(Class<?> leakTest, String... properties) {
        var words = new ArrayList<>(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(properties));
        words.addAll(List.of(
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--details=none",
                "--select-class",
                leakTest.getName()));
        return words;
    }

    /** Runs words as a program; blocks until it ends. */
    static CommandLine run(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandLine(process.waitFor(), said);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
