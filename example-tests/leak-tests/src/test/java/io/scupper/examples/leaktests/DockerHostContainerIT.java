package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two shards of one pipeline whose subjects run at another Docker host: where {@code DOCKER_HOST} says, by a TCP port. */
@Tag("long")
@Timeout(600)
class DockerHostContainerIT {

    @TempDir
    private Path records;

    @Test
    void shardsRunTheirSubjectsThereAndOneGateMergesThem() throws Exception {
        try (EnginePort engine = EnginePort.open()) {
            shard(engine, "writing", ComparedOrders.JarTestCase.class);
            int first = engine.connections();
            shard(engine, "reading", SensitivityIT.TidyTestCase.class);

            assertThat(first).isPositive();
            assertThat(engine.connections()).isGreaterThan(first);
        }

        CommandLine gate = CommandLine.run(
                CommandLine.gate(
                        "check",
                        records.resolve("writing").toString(),
                        records.resolve("reading").toString()),
                Map.of());

        assertThat(gate.said())
                .contains("JarTestCase.largeOrdersAreNotKept (container): heap:io.scupper.examples.orders.AuditEntry")
                .contains("leak (exit code 1) after 2 leak tests");
        assertThat(gate.code()).isEqualTo(1);
    }

    private void shard(EnginePort engine, String name, Class<?> leakTest) throws Exception {
        List<String> words = CommandLine.leakTest(
                leakTest,
                "-Dscupper.runtime=container",
                "-Dorders.jars=" + System.getProperty("orders.jars"),
                "-D" + ComparedOrders.SUBJECT + "=" + Orders.jar("leaky").toAbsolutePath(),
                "-Dscupper.records=" + records.resolve(name));
        CommandLine.run(words, Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.port()));
    }
}
