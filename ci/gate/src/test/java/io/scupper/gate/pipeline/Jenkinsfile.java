package io.scupper.gate.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import groovy.util.DelegatingScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * A declarative pipeline of Jenkins as a tree, compiled by Groovy and held to the sections that its handbook has. A variable in a text
 * stays what it is, since its value is known only where the step runs.
 */
final class Jenkinsfile {

    private static final Set<String> STEPS =
            Set.of("sh", "stash", "unstash", "archiveArtifacts", "junit", "checkout", "echo", "dir");

    /** What may stand in each section. */
    private static final Map<String, Set<String>> SECTIONS = Map.ofEntries(
            Map.entry("Jenkinsfile", Set.of("pipeline")),
            Map.entry("pipeline", Set.of("agent", "options", "triggers", "environment", "tools", "stages", "post")),
            Map.entry("agent", Set.of("label", "docker")),
            Map.entry("options", Set.of("timeout", "buildDiscarder", "disableConcurrentBuilds", "timestamps")),
            Map.entry("triggers", Set.of("cron", "pollSCM", "upstream")),
            Map.entry("stages", Set.of("stage")),
            Map.entry("stage", Set.of("agent", "environment", "when", "steps", "matrix", "stages", "post", "options")),
            Map.entry("matrix", Set.of("agent", "axes", "stages", "post")),
            Map.entry("axes", Set.of("axis")),
            Map.entry("axis", Set.of("name", "values")),
            Map.entry("post", Set.of("always", "success", "failure", "unstable", "cleanup")),
            Map.entry("always", STEPS),
            Map.entry("success", STEPS),
            Map.entry("failure", STEPS),
            Map.entry("steps", STEPS));

    /** What must stand in each section. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "Jenkinsfile", Set.of("pipeline"),
            "pipeline", Set.of("agent", "stages"),
            "stages", Set.of("stage"),
            "matrix", Set.of("axes", "stages"),
            "axes", Set.of("axis"),
            "axis", Set.of("name", "values"));

    private Jenkinsfile() {}

    /**
     * Reads one.
     *
     * @return its section {@code pipeline}
     * @throws IllegalArgumentException if it is none; says why
     */
    static Block read(String text) {
        var configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(DelegatingScript.class.getName());
        var root = new Section("Jenkinsfile");
        try {
            var script = (DelegatingScript)
                    new GroovyShell(Jenkinsfile.class.getClassLoader(), configuration).parse(text, "Jenkinsfile");
            script.setDelegate(root);
            script.run();
        } catch (CompilationFailedException e) {
            throw new IllegalArgumentException("It is no Groovy: " + e.getMessage(), e);
        }
        require("Jenkinsfile", root.inner);
        return root.inner.get(0);
    }

    private static void require(String section, List<Block> inner) {
        Set<String> there = inner.stream().map(Block::name).collect(Collectors.toSet());
        for (String required : REQUIRED.getOrDefault(section, Set.of())) {
            if (!there.contains(required)) {
                throw new IllegalArgumentException("'%s' has no '%s'.".formatted(section, required));
            }
        }
        if (section.equals("stage")
                && Stream.of("steps", "matrix", "stages")
                                .filter(there::contains)
                                .count()
                        != 1) {
            throw new IllegalArgumentException(
                    "'stage' has %s. It needs one of steps, matrix and stages.".formatted(there));
        }
    }

    /** A section or a step: what stands behind its name, and what stands in its braces. */
    record Block(String name, List<Object> arguments, List<Block> inner) {

        /** Returns all blocks of a name directly in this one. */
        List<Block> all(String wanted) {
            return inner.stream().filter(block -> block.name.equals(wanted)).toList();
        }

        /** Returns what stands in the braces of a section that need not be there. */
        List<Block> in(String wanted) {
            return all(wanted).stream().flatMap(block -> block.inner.stream()).toList();
        }

        /** Returns the text behind the name, or that of a named argument. */
        String text(String key) {
            Object first = arguments.get(0);
            return first instanceof Map<?, ?> named ? String.valueOf(named.get(key)) : first.toString();
        }
    }

    /** Takes down what a closure calls. */
    private static final class Section extends GroovyObjectSupport {

        private final String section;
        private final List<Block> inner = new ArrayList<>();

        private Section(String section) {
            this.section = section;
        }

        @Override
        public Object invokeMethod(String name, Object given) {
            if (!SECTIONS.getOrDefault(section, Set.of()).contains(name)) {
                throw new IllegalArgumentException("'%s' may not stand in '%s'. Allowed are %s."
                        .formatted(name, section, SECTIONS.getOrDefault(section, Set.of())));
            }
            var plain = new ArrayList<>();
            var inside = new Section(name);
            for (Object argument : given instanceof Object[] several ? several : new Object[] {given}) {
                if (argument instanceof Closure<?> braces) {
                    braces.setDelegate(inside);
                    braces.setResolveStrategy(Closure.DELEGATE_ONLY);
                    braces.call();
                } else {
                    plain.add(argument);
                }
            }
            require(name, inside.inner);
            inner.add(new Block(name, List.copyOf(plain), List.copyOf(inside.inner)));
            return inside;
        }

        @Override
        public Object getProperty(String name) {
            if (section.equals("Jenkinsfile")) {
                throw new IllegalArgumentException("Nobody knows '" + name + "'.");
            }
            return name.equals("none") || name.equals("any") ? name : "${" + name + "}";
        }
    }
}
