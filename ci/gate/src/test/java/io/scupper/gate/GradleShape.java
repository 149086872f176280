package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out the tasks of a Gradle build with the tools that Gradle itself would call, in the folders where it has them: for want of a
 * Gradle that can be fetched from Maven Central. What the build file says of the gate is read from it.
 */
final class GradleShape {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Path project;
    private final String script;

    GradleShape(Path project) throws IOException {
        this.project = project;
        this.script = Files.readString(project.resolve("build.gradle.kts"));
    }

    /** As {@code gradle test}: compiles and tests; a test that fails is ignored, as the build file says. */
    void test(String... properties) throws IOException, InterruptedException {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("scupper-gate"))
                .collect(Collectors.joining(File.pathSeparator));
        compile("main", libraries);
        compile("test", "build/classes/java/main" + File.pathSeparator + libraries);
        var command = new ArrayList<>(List.of(tool("java")));
        command.addAll(List.of(properties));
        command.add("-Dscupper.records=" + one("systemProperty\\(\"scupper.records\", (\"[^)]*)\\)"));
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, "build/classes/java/test", "build/classes/java/main", libraries),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--scan-classpath=build/classes/java/test",
                "--reports-dir=build/test-results/test"));
        Said tested = run(command);
        assertThat(tested.text()).contains("1 tests started");
    }

    /** As {@code gradle leakGate -x test -Pgate="…"}. */
    Said leakGate(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(tool("java"), "-cp", GateJarIT.jar().toAbsolutePath().toString()));
        command.add(one("mainClass\\.set\\((\"[^)]*)\\)"));
        TEXT.matcher(first(" args\\((\"[^)]*)\\)"))
                .results()
                .map(text -> text.group(1))
                .forEach(command::add);
        command.addAll(List.of(more));
        return run(command);
    }

    private void compile(String set, String classPath) throws IOException, InterruptedException {
        List<String> sources;
        try (Stream<Path> files = Files.walk(project.resolve("src").resolve(set))) {
            sources = files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
        var command = new ArrayList<>(List.of(tool("javac"), "-d", "build/classes/java/" + set, "-cp", classPath));
        command.addAll(sources);
        Said compiled = run(command);
        assertThat(compiled.code()).as(compiled.text()).isZero();
    }

    private String one(String pattern) {
        return first(pattern).replace("\"", "");
    }

    private String first(String pattern) {
        return Pattern.compile(pattern)
                .matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("build.gradle.kts has nothing like " + pattern));
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static String tool(String name) {
        return JAVA_HOME.resolve("bin").resolve(name).toString();
    }

    /** How a task ended. */
    record Said(int code, String text) {}
}
