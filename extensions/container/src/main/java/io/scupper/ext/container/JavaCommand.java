package io.scupper.ext.container;

import io.scupper.spi.SubjectSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a subject that is a jar or a main class. The agent is an option and not in the environment, so that
 * JVMs which the subject itself starts do not inherit it. Like a forked JVM it gets 512 MiB of heap unless the test says
 * otherwise, so that the same test has the same heap on both.
 */
final class JavaCommand {

    /** Softly held objects live for a second per free MiB otherwise, far beyond any test, and look like a leak. */
    static final String CLEAR_SOFT_REFERENCES = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final String DEFAULT_HEAP = "-Xmx512m";

    private static final List<String> HEAP_OPTIONS = List.of(
            "-Xmx",
            "-Xms",
            "-mx",
            "-XX:MaxHeapSize",
            "-XX:InitialHeapSize",
            "-XX:MaxRAM"); // and its -Percentage, -Fraction

    private JavaCommand() {}

    /**
     * Writes the command; adds to {@code files} what it refers to.
     *
     * @param agent the option that brings the agent in
     */
    static List<String> of(SubjectSpec spec, String agent, JarFiles files) {
        var command = new ArrayList<>(List.of("java", agent, CLEAR_SOFT_REFERENCES));
        if (spec.jvmOptions().stream().noneMatch(JavaCommand::sizesHeap)) {
            command.add(DEFAULT_HEAP);
        }
        command.addAll(spec.jvmOptions());
        spec.jar().ifPresentOrElse(jar -> command.addAll(List.of("-jar", files.addJar(jar))), () -> {
            String classPath = files.addClassPath(System.getProperty("java.class.path"));
            command.addAll(List.of("-cp", classPath, spec.mainClass().orElseThrow()));
        });
        command.addAll(spec.arguments());
        return command;
    }

    private static boolean sizesHeap(String option) {
        return HEAP_OPTIONS.stream().anyMatch(option::startsWith);
    }
}
