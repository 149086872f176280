package io.scupper.gate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.gate.pipeline.Jenkinsfile.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Carries out the stages of a declarative pipeline in a project, a matrix cell by cell, until a step fails; post sections always. */
final class JenkinsRun {

    private final Path project;
    private final Shell shell;

    JenkinsRun(Path project, Shell shell) {
        this.project = project;
        this.shell = shell;
    }

    /** Returns the exit code of the first step that fails, or 0. */
    int of(Block pipeline) throws IOException, InterruptedException {
        return stages(pipeline, Map.of("BUILD_NUMBER", "17"));
    }

    private int stages(Block section, Map<String, String> variables) throws IOException, InterruptedException {
        for (Block stage : section.in("stages")) {
            int code = stage(stage, variables);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private int stage(Block stage, Map<String, String> variables) throws IOException, InterruptedException {
        for (Block matrix : stage.all("matrix")) {
            int code = matrix(matrix);
            if (code != 0) {
                return code;
            }
        }
        int code = steps(stage.in("steps"), variables);
        for (Block post : stage.all("post")) {
            int after = steps(post.in("always"), variables);
            code = code == 0 ? after : code;
        }
        return code == 0 ? stages(stage, variables) : code;
    }

    private int matrix(Block matrix) throws IOException, InterruptedException {
        List<Block> axes = matrix.in("axes");
        assertThat(axes).as("a matrix of more than one axis").hasSize(1);
        String name = axes.get(0).all("name").get(0).text("");
        for (Object value : axes.get(0).all("values").get(0).arguments()) {
            int code = stages(matrix, Map.of(name, value.toString(), "BUILD_NUMBER", "17"));
            if (code != 0) {
                return code;
            }
            // The next cell runs on another agent.
            for (String left : List.of("records", "target/scupper")) {
                if (Files.exists(project.resolve(left))) {
                    PipelineSteps.delete(project.resolve(left));
                }
            }
        }
        return 0;
    }

    private int steps(List<Block> steps, Map<String, String> variables) throws IOException, InterruptedException {
        for (Block step : steps) {
            int code = switch (step.name()) {
                case "sh" -> shell.run(step.text("script"), variables);
                case "stash" -> copy(project.resolve("records"), stash(filled(step.text("name"), variables)));
                case "unstash" -> copy(stash(filled(step.text("name"), variables)), project.resolve("records"));
                case "archiveArtifacts" -> 0;
                default -> throw new AssertionError("a step that nobody carries out: " + step);
            };
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private Path stash(String name) {
        return project.resolve("stashed").resolve(name);
    }

    private static String filled(String text, Map<String, String> variables) {
        String filled = text;
        for (var variable : variables.entrySet()) {
            filled = filled.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        assertThat(filled).as("a variable that nobody fills in").doesNotContain("${");
        return filled;
    }

    private static int copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            // As Jenkins: there is no such stash.
            return 1;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return 0;
    }

    /** Runs a script with variables. */
    interface Shell {

        int run(String script, Map<String, String> variables) throws IOException, InterruptedException;
    }
}
