package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.example.greeter.Greeter;
import io.scupper.model.ScupperException;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.RunningSubject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

class AdapterContainerIT {

    private final ContainerAdapter adapter = new ContainerAdapter();

    private GenericContainer<?> container;

    @BeforeEach
    void describeContainer(@TempDir Path folder) throws IOException {
        Path jar = Greeting.writeJar(folder);
        container = new GenericContainer<>(DockerImageName.parse(ContainerForm.JAVA_IMAGE))
                .withCopyFileToContainer(MountableFile.forHostPath(jar), "/greeter.jar")
                .withCommand("java", "-jar", "/greeter.jar")
                .withEnv("JAVA_TOOL_OPTIONS", "-Dgreeting=mine")
                .withEnv("SERVER_PORT", "8090")
                .withExposedPorts(Greeting.PORT);
    }

    @AfterEach
    void nothingIsLeft() {
        container.stop();
        assertThat(DockerClientFactory.instance()
                        .client()
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Map.of("org.testcontainers.sessionId", DockerClientFactory.SESSION_ID))
                        .exec())
                .isEmpty();
    }

    @Test
    void acceptsContainersOnly() {
        assertThat(adapter.accepts(container)).isTrue();
        assertThat(adapter.accepts("a container")).isFalse();
    }

    @Test
    void containerThatNobodyStartsIsStartedAndStopped() {
        adapter.prepare(container);

        try (RunningSubject subject = adapter.adopt(container, 0)) {
            assertThat(Greeting.get(subject, "/property?greeting")).isEqualTo("mine");
            Greeting.get(subject, "/hold");
            assertThat(Greeting.heldThreads(subject)).isEqualTo(1);
            subject.requireAlive();
        }
        assertThat(container.isRunning()).isFalse();
    }

    @Test
    void containerThatItsOwnerStartsIsLeftRunning() {
        adapter.prepare(container);
        container.start();

        // Another instance, as the service loader makes them.
        try (RunningSubject subject = new ContainerAdapter().adopt(container, Greeting.PORT)) {
            assertThat(subject.agent().collect().classes()).containsKey(Greeter.class.getName());
        }
        assertThat(container.isRunning()).isTrue();

        try (RunningSubject again = adapter.adopt(container, 0)) {
            assertThat(Greeting.heldThreads(again)).isZero();
        }
    }

    @Test
    void containerThatRunsAlreadyIsRefused() {
        container.start();

        assertThatThrownBy(() -> adapter.prepare(container))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("put @LeakTest above @Testcontainers");
        assertThatThrownBy(() -> adapter.adopt(container, 0))
                .hasMessageContaining("put @LeakTest above @Testcontainers");
    }

    @Test
    void reusableContainerIsRefused() {
        assertThatThrownBy(() -> adapter.prepare(container.withReuse(true)))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("leave withReuse(true) out");
    }

    @Test
    void portThatIsNotExposedIsNamed() {
        adapter.prepare(container);
        container.start();

        assertThatThrownBy(() -> adapter.adopt(container, 9999))
                .hasMessageContaining("does not expose port 9999, only [8090]");
    }

    @Test
    void containerThatDoesNotStartIsReported() {
        container.withCommand("no-such-command");

        assertThatThrownBy(() -> adapter.adopt(container, 0))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("could not be started");
    }
}
