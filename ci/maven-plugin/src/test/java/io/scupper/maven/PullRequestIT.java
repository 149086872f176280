package io.scupper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.gate.pipeline.PipelineSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pull request of a team that has the orders service, through the steps of its pipeline: two shards with a leak test each, run by Maven
 * against the packed artifacts, and one gate over both.
 */
class PullRequestIT {

    private static final Path ORDERS = Path.of("..", "..", "example-tests", "orders", "src");
    private static final Path TEAM = Path.of("target", "test-classes", "pull-request");
    private static final String FORGETS = "inFlight.remove(request);";

    @TempDir
    private Path project;

    private PipelineSteps pipeline;

    @BeforeEach
    void copyTheService() throws IOException {
        copy(ORDERS.resolve("main/java"), project.resolve("src/main/java"));
        copy(ORDERS.resolve("remedied/java"), project.resolve("src/main/java"));
        copy(TEAM.resolve("src"), project.resolve("src"));
        copy(TEAM, project, "pom.xml");
        copy(Path.of("target", "test-classes"), project, "settings.xml");
        copy(TEAM, Files.createDirectories(project.resolve("bin")), "mvn");
        assertThat(project.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
        installTheGate();
        pipeline = new PipelineSteps(project, Map.of());
    }

    /** The map's keys are longs: what is no long is in it never, and the compiler says nothing. */
    @Test
    void oneLineThatLeaksFailsItAndIsShown() throws Exception {
        Path tracking = project.resolve("src/main/java/io/scupper/examples/orders/RequestTracking.java");
        String remedied = Files.readString(tracking);
        assertThat(remedied).containsOnlyOnce(FORGETS);
        Files.writeString(tracking, remedied.replace(FORGETS, "inFlight.remove((int) request);"));

        assertThat(pipeline.gitHub(List.of("orders", "payments")))
                .as(pipeline.said())
                .isEqualTo(1);

        int put = Files.readAllLines(tracking).indexOf("        inFlight.put(") + 1;
        assertThat(pipeline.summary())
                .content()
                .contains("readOrdersAreNotKept", "newOrdersAreNotKept", "RequestTracking.inFlight")
                .contains("src/main/java/io/scupper/examples/orders/RequestTracking.java:" + put + "</code>");
        assertThat(project.resolve("target/leaks.sarif")).content().contains("\"startLine\" : " + put);
    }

    @Test
    @Tag("long")
    void theServiceAsItIsPasses() throws Exception {
        assertThat(pipeline.gitHub(List.of("orders", "payments")))
                .as(pipeline.said())
                .isZero();
    }

    /** The runnable jar is nobody's dependency, so that maven-invoker-plugin leaves it out. */
    private static void installTheGate() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("..", "gate", "target"))) {
            Path jar = jars.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow();
            String version = jar.getFileName().toString().replaceAll("^scupper-gate-|-all\\.jar$", "");
            Files.copy(
                    jar,
                    Path.of("target", "it-repository", "io", "scupper", "scupper-gate", version)
                            .resolve(jar.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Path from, Path to, String file) throws IOException {
        Files.copy(from.resolve(file), to.resolve(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
