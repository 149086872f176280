package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.runtime.Runtimes;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectSpec;
import io.scupper.spi.SubjectSpec.Outside;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProgramIT {

    private static final MetricsService METRICS = MetricsService.at("/metrics").counting("orders_pending");

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramOfThisMachineIsReadByItsMetricsAndByTheSystem() {
        RunningSubject ended;
        try (RunningSubject subject = startProgram("io.scupper.ext.outside.MetricsMain")) {
            ended = subject;
            var snapshot = subject.agent().collect();

            assertThat(subject.kind()).isEqualTo(RuntimeKind.PROCESS);
            assertThat(subject.description())
                    .isEqualTo("java, read by " + METRICS.description() + "; not watched: heap");
            assertThat(snapshot.gauges()).containsEntry(Resource.count("metrics", "orders_pending"), 4L);
            assertThat(snapshot.descriptors().get("socket")).isPositive();
            assertThat(snapshot.sockets()).anySatisfy(socket -> {
                assertThat(socket.state()).isEqualTo("LISTEN");
                assertThat(socket.localPort())
                        .isEqualTo(subject.http().orElseThrow().getPort());
            });
            subject.requireAlive();
        }
        assertThatThrownBy(ended::requireAlive).isInstanceOf(ScupperException.class);
    }

    @Test
    void whatRunsAlreadyIsReadAndNotEnded() {
        try (RunningSubject program = startProgram("io.scupper.ext.outside.MetricsMain")) {
            URI address = program.http().orElseThrow();
            try (RunningSubject remote =
                    start(new Outside(METRICS, Optional.empty(), Optional.of(address)), List.of())) {
                assertThat(remote.kind()).isEqualTo(RuntimeKind.REMOTE);
                assertThat(remote.description())
                        .startsWith(address + ", read by metrics")
                        .endsWith("; not watched: heap, sockets, descriptors by kind");
                assertThat(remote.agent().peek().gauges())
                        .containsEntry(Resource.count("metrics", "orders_pending"), 4L);
            }
            program.requireAlive();
        }
    }

    @Test
    void aProgramThatEndsIsReportedWithWhatItPrinted() {
        assertThatThrownBy(() -> startProgram("io.scupper.ext.outside.NoSuchMain"))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("java has ended with exit code 1.")
                .hasMessageContaining("NoSuchMain");
    }

    private static RunningSubject startProgram(String mainClass) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return start(
                new Outside(METRICS, Optional.of(java), Optional.empty()),
                List.of("-cp", System.getProperty("java.class.path"), mainClass));
    }

    private static RunningSubject start(Outside outside, List<String> arguments) {
        var spec = new SubjectSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                arguments,
                Map.of(),
                List.of(),
                8080,
                "SERVER_PORT",
                false,
                "/metrics",
                Duration.ofSeconds(60),
                List.of(),
                Optional.of(outside));
        return Runtimes.choose(Optional.empty(), spec).start(spec);
    }
}
