package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.gate.pipeline.PipelineSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines, with Maven played: it leaves the records that the leak tests would, and fetches the packed gate. */
class PipelineStepsIT {

    private static final List<String> GROUPS = List.of("orders", "payments");

    @TempDir
    private Path project;

    private PipelineSteps pipeline;

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
        pipeline = pipeline(Map.of());
    }

    @Test
    void gitHubFailsOnALeakAndShowsItsLineInTheSummary() throws Exception {
        RecordJson.leak(project.resolve("tests/orders"), "orders", 1);

        assertThat(pipeline.gitHub(GROUPS)).as(pipeline.said()).isEqualTo(1);
        assertThat(pipeline.summary()).content().contains("src/main/java/com/acme/AuditFilter.java:3</code>");
        assertThat(project.resolve("target/leaks.sarif")).content().contains("\"startLine\" : 3");
        assertThat(project.resolve("target/leak-pages/index.html")).exists();
    }

    @Test
    void gitHubPassesWhatIsClean() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);

        assertThat(pipeline.gitHub(GROUPS)).as(pipeline.said()).isZero();
    }

    @Test
    void gitHubFailsWhereAShardIsMissing() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);
        Files.createDirectories(project.resolve("records/records-orders"));

        assertThat(pipeline.gate(Map.of("inputs.records", "records/records-orders records/records-payments")))
                .as(pipeline.said())
                .isEqualTo(4);
    }

    @Test
    void gitLabFailsOnALeakAndReportsItsLine() throws Exception {
        RecordJson.leak(project.resolve("tests/orders"), "orders", 1);

        assertThat(pipeline.gitLab(GROUPS, "1")).as(pipeline.said()).isEqualTo(1);
        assertThat(project.resolve("leaks.json"))
                .content()
                .contains("AuditFilter.java")
                .contains("\"begin\" : 3");
    }

    @Test
    void gitLabKeepsATrendOfTheNights() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);
        pipeline = pipeline(Map.of("TREND", "trend.jsonl", "CI_PIPELINE_ID", "17"));

        assertThat(pipeline.gitLab(GROUPS, "1")).as(pipeline.said()).isZero();
        assertThat(project.resolve("trend.jsonl")).content().contains("\"17\"");
    }

    @Test
    void jenkinsFailsOnALeakAndShowsItsLine() throws Exception {
        RecordJson.leak(project.resolve("tests/orders"), "orders", 1);

        assertThat(pipeline.jenkins("Jenkinsfile")).as(pipeline.said()).isEqualTo(1);
        assertThat(project.resolve("leaks.md")).content().contains("src/main/java/com/acme/AuditFilter.java:3</code>");
        assertThat(pipeline.said()).contains("after 2 leak tests");
    }

    @Test
    void jenkinsPassesWhatIsClean() throws Exception {
        RecordJson.clean(project.resolve("tests/orders"), "orders", 500);

        assertThat(pipeline.jenkins("Jenkinsfile")).as(pipeline.said()).isZero();
    }

    @Test
    void jenkinsKeepsATrendOfTheNights() throws Exception {
        pipeline = pipeline(Map.of("GROUP", "payments"));

        assertThat(pipeline.jenkins("Jenkinsfile.nightly")).as(pipeline.said()).isZero();
        assertThat(project.resolve("trend.jsonl")).content().contains("\"17\"");
    }

    private PipelineSteps pipeline(Map<String, String> more) throws IOException {
        var environment = new TreeMap<>(more);
        environment.put("GATE_JAR", GateJarIT.jar().toAbsolutePath().toString());
        return new PipelineSteps(project, environment);
    }
}
