package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell steps of the pipelines, carried out as a runner does: in order, with their environment, until one fails. Maven is played:
 * it leaves the records that the leak tests would, and fetches the packed gate.
 */
class PipelineStepsIT {

    private static final Path PIPELINES = Path.of("..", "pipelines");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path project;

    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void playMaven() throws IOException {
        Path bin = Files.createDirectories(project.resolve("bin"));
        Path mvn = Files.writeString(bin.resolve("mvn"), """
                #!/bin/sh
                case "$*" in
                    *dependency:copy*) mkdir -p target/gate && cp "$GATE_JAR" target/gate/scupper-gate-all.jar ;;
                    *) mkdir -p target/scupper && cp -R "tests/$GROUP/." target/scupper ;;
                esac
                """);
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        RecordJson.clean(project.resolve("tests/payments"), "payments", 500);
        Path source = Files.createDirectories(project.resolve("src/main/java/com/acme"));
        Files.writeString(source.resolve("AuditFilter.java"), "\n\nENTRIES.add(entry);\n");
    }

    @Test
    void gitHubFailsOnALeakAndShowsItsLineInTheSummary() throws Exception {
        RecordJson.leak(project.resolve("tests/orders"), "orders", 1);

        assertThat(gitHub()).as(said.toString()).isEqualTo(1);
        assertThat(project.resolve("summary.md"))
                .content()
                .contains("src/main/java/com/acme/AuditFilter.java:3</code>");
        assertThat(project.resolve("target/leaks.sarif")).content().contains("\"startLine\" : 3");
        assertThat(project.resolve("target/leak-pages/index.html")).exists();
    }

    @Test
    void gitHubPassesWhatIsClean() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);

        assertThat(gitHub()).as(said.toString()).isZero();
    }

    @Test
    void gitHubFailsWhereAShardIsMissing() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);
        Files.createDirectories(project.resolve("records/records-orders"));

        assertThat(gate(Map.of())).as(said.toString()).isEqualTo(4);
    }

    @Test
    void gitLabFailsOnALeakAndReportsItsLine() throws Exception {
        RecordJson.leak(project.resolve("tests/orders"), "orders", 1);
        JsonNode pipeline = YAML.readTree(
                PIPELINES.resolve("gitlab/leak-tests.gitlab-ci.yml").toFile());
        for (String group : List.of("orders", "payments")) {
            assertThat(steps(pipeline.path("leak-tests").path("script"), Map.of("GROUP", group)))
                    .as(said.toString())
                    .isZero();
            delete(project.resolve("target/scupper"));
        }

        assertThat(steps(pipeline.path("leak-gate").path("script"), Map.of("GATE_VERSION", "1")))
                .as(said.toString())
                .isEqualTo(1);
        assertThat(project.resolve("leaks.json"))
                .content()
                .contains("AuditFilter.java")
                .contains("\"begin\" : 3");
    }

    @Test
    void jenkinsRunsTheSameGate() throws IOException {
        String jenkins = Files.readString(PIPELINES.resolve("jenkins/Jenkinsfile"));
        var line = GateCommand.line();

        var command = jenkins.lines()
                .filter(each -> each.contains("scupper-gate-all.jar check"))
                .map(each ->
                        each.replaceAll(".*all\\.jar (check [^']*)'.*", "$1").split(" "))
                .toList();

        assertThat(command).hasSize(1);
        line.parseArgs(command.get(0));
    }

    private int gitHub() throws Exception {
        JsonNode workflow =
                YAML.readTree(PIPELINES.resolve("github/leak-tests.yml").toFile());
        for (String group : List.of("orders", "payments")) {
            assertThat(run(workflow.path("jobs").path("shard").path("steps"), Map.of("matrix.group", group)))
                    .as(said.toString())
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

    /** Carries out the steps of the composite action. */
    private int gate(Map<String, String> given) throws Exception {
        JsonNode action =
                YAML.readTree(PIPELINES.resolve("github/gate/action.yml").toFile());
        Map<String, String> inputs = new TreeMap<>(Map.of("github.run_id", "17"));
        action.path("inputs")
                .properties()
                .forEach(input -> inputs.put(
                        "inputs." + input.getKey(),
                        input.getValue().path("default").asText("")));
        inputs.put("inputs.records", "records/records-orders records/records-payments");
        inputs.putAll(given);
        return run(action.path("runs").path("steps"), inputs);
    }

    private int run(JsonNode steps, Map<String, String> expressions) throws Exception {
        for (JsonNode step : steps) {
            if (step.has("run")) {
                Map<String, String> environment = new TreeMap<>();
                step.path("env")
                        .properties()
                        .forEach(each -> environment.put(
                                each.getKey(), filled(each.getValue().asText(), expressions)));
                int code = shell(step.path("run").asText(), environment);
                if (code != 0) {
                    return code;
                }
            }
        }
        return 0;
    }

    private int steps(JsonNode script, Map<String, String> environment) throws Exception {
        for (JsonNode step : script) {
            int code = shell(step.asText(), environment);
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

    private int shell(String script, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", project.resolve("summary.md").toString());
        builder.environment().put("GATE_JAR", GateJarIT.jar().toAbsolutePath().toString());
        builder.environment()
                .merge(
                        "PATH",
                        project.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin"),
                        (path, own) -> own + ":" + path);
        Process process = builder.start();
        said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }

    private static void delete(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            all.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
