package io.scupper.gate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries out the shell steps of the pipelines in a project, as a runner does: in order, with their environment, until one fails. */
public final class PipelineSteps {

    private static final Path PIPELINES = Path.of("..", "pipelines");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path project;
    private final Map<String, String> environment = new TreeMap<>();
    private final StringBuilder said = new StringBuilder();

    /** The project's folder {@code bin} stands before everything else on the path. */
    public PipelineSteps(Path project, Map<String, String> environment) {
        this.project = project;
        this.environment.putAll(environment);
        this.environment.put("GITHUB_STEP_SUMMARY", summary().toString());
    }

    /** What the gate wrote for the pull request. */
    public Path summary() {
        return project.resolve("summary.md");
    }

    /** What all steps have said. */
    public String said() {
        return said.toString();
    }

    /** Runs each shard of the pull request's workflow, hands its records on, and returns the gate's exit code. */
    public int gitHub(List<String> groups) throws IOException, InterruptedException {
        JsonNode workflow =
                YAML.readTree(PIPELINES.resolve("github/leak-tests.yml").toFile());
        for (String group : groups) {
            assertThat(run(workflow.path("jobs").path("shard").path("steps"), Map.of("matrix.group", group)))
                    .as(said())
                    .isZero();
            // What upload and download do.
            Path records = project.resolve("records/records-" + group);
            Files.createDirectories(records.getParent());
            Files.move(project.resolve("target/scupper"), records);
        }
        JsonNode call = null;
        for (JsonNode step : workflow.path("jobs").path("gate").path("steps")) {
            call = step.path("uses").asText("").equals("./.github/actions/gate") ? step.path("with") : call;
        }
        assertThat(call).isNotNull();
        Map<String, String> inputs = new TreeMap<>();
        call.properties()
                .forEach(input ->
                        inputs.put("inputs." + input.getKey(), input.getValue().asText()));
        return gate(inputs);
    }

    /** Carries out the steps of the composite action, and returns the exit code of the first that fails, or 0. */
    public int gate(Map<String, String> given) throws IOException, InterruptedException {
        JsonNode action =
                YAML.readTree(PIPELINES.resolve("github/gate/action.yml").toFile());
        Map<String, String> inputs = new TreeMap<>(Map.of("github.run_id", "17"));
        action.path("inputs")
                .properties()
                .forEach(input -> inputs.put(
                        "inputs." + input.getKey(),
                        input.getValue().path("default").asText("")));
        inputs.putAll(given);
        return run(action.path("runs").path("steps"), inputs);
    }

    /** As {@link #gitHub} for GitLab. */
    public int gitLab(List<String> groups, String gateVersion) throws IOException, InterruptedException {
        JsonNode pipeline = YAML.readTree(
                PIPELINES.resolve("gitlab/leak-tests.gitlab-ci.yml").toFile());
        for (String group : groups) {
            assertThat(scripts(pipeline.path("leak-tests").path("script"), Map.of("GROUP", group)))
                    .as(said())
                    .isZero();
            delete(project.resolve("target/scupper"));
        }
        return scripts(pipeline.path("leak-gate").path("script"), Map.of("GATE_VERSION", gateVersion));
    }

    /** As {@link #gitHub} for Jenkins: each shard on an agent of its own, of which only what is stashed remains. */
    public int jenkins(String file) throws IOException, InterruptedException {
        return new JenkinsRun(project, this::shell)
                .of(Jenkinsfile.read(
                        Files.readString(PIPELINES.resolve("jenkins").resolve(file))));
    }

    private int run(JsonNode steps, Map<String, String> expressions) throws IOException, InterruptedException {
        for (JsonNode step : steps) {
            if (step.has("run")) {
                Map<String, String> own = new TreeMap<>();
                step.path("env")
                        .properties()
                        .forEach(each ->
                                own.put(each.getKey(), filled(each.getValue().asText(), expressions)));
                int code = shell(step.path("run").asText(), own);
                if (code != 0) {
                    return code;
                }
            }
        }
        return 0;
    }

    private int scripts(JsonNode lines, Map<String, String> own) throws IOException, InterruptedException {
        for (JsonNode line : lines) {
            int code = shell(line.asText(), own);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private static String filled(String text, Map<String, String> expressions) {
        String filled = text;
        for (var expression : expressions.entrySet()) {
            filled = filled.replace("${{ " + expression.getKey() + " }}", expression.getValue());
        }
        assertThat(filled)
                .as("an expression of the pipeline that nobody fills in")
                .doesNotContain("${{");
        return filled;
    }

    private int shell(String script, Map<String, String> own) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().putAll(own);
        builder.environment()
                .merge(
                        "PATH",
                        project.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin"),
                        (path, first) -> first + ":" + path);
        Process process = builder.start();
        said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }

    static void delete(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            all.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
