package io.scupper.runtime;

import io.scupper.spi.SubjectSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a forked JVM. Its options stand in an argument file: class paths outgrow the command line, and the
 * agent's token is nobody else's business. The agent is an option and not in the environment, so that JVMs which the
 * subject itself starts do not inherit it.
 */
final class ForkedCommand {

    /** What a JVM gets that was given no size: the default, a quarter of the machine, hides leaks and starves the tests. */
    private static final String DEFAULT_HEAP = "-Xmx512m";

    /** Softly held objects live for a second per free MiB otherwise, far beyond any test, and look like a leak. */
    private static final String CLEAR_SOFT_REFERENCES = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final List<String> HEAP_OPTIONS = List.of(
            "-Xmx",
            "-Xms",
            "-mx",
            "-XX:MaxHeapSize",
            "-XX:InitialHeapSize",
            "-XX:MaxRAM",
            "-XX:MaxRAMPercentage",
            "-XX:MaxRAMFraction");

    private ForkedCommand() {}

    /**
     * Returns the options for the argument file: ours first, so that the test's own win.
     *
     * @param agent the option that loads the agent
     * @param classPath used when the subject is a main class
     */
    static List<String> options(SubjectSpec spec, String agent, String classPath) {
        var options = new ArrayList<String>();
        options.add(agent);
        options.add(CLEAR_SOFT_REFERENCES);
        if (spec.jvmOptions().stream().noneMatch(ForkedCommand::sizesHeap)) {
            options.add(DEFAULT_HEAP);
        }
        if (spec.jar().isEmpty()) {
            options.add("-cp");
            options.add(classPath);
        }
        options.addAll(spec.jvmOptions());
        return options;
    }

    /** Returns the command: the {@code java} of the JVM that runs the tests, the options' file, and what to run. */
    static List<String> line(SubjectSpec spec, Path optionsFile) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> what = spec.jar()
                .map(jar -> Stream.of("-jar", jar.toString()))
                .orElseGet(() -> Stream.of(spec.mainClass().orElseThrow()));
        return Stream.of(Stream.of(java, "@" + optionsFile), what, spec.arguments().stream())
                .flatMap(part -> part)
                .toList();
    }

    /** Writes arguments the way the {@code java} launcher reads them from a file. */
    static String argumentFile(List<String> arguments) {
        return arguments.stream().map(ForkedCommand::quoted).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean sizesHeap(String option) {
        return HEAP_OPTIONS.stream().anyMatch(option::startsWith);
    }

    private static String quoted(String argument) {
        String escaped = argument.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + escaped + '"';
    }
}
