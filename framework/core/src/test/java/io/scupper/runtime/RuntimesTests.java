package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.RuntimeKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuntimesTests {

    private static final Optional<RuntimeKind> OPEN = Optional.empty();

    @Test
    void aJarRunsForkedUnlessTheTestSaysOtherwise() {
        var spec = Spec.jar(Path.of("orders.jar")).build();

        assertThat(Runtimes.choose(OPEN, spec).kind()).isEqualTo(RuntimeKind.FORKED);
        assertThat(Runtimes.choose(Optional.of(RuntimeKind.IN_PROCESS), spec).kind())
                .isEqualTo(RuntimeKind.IN_PROCESS);
    }

    @Test
    void thisJvmIsTestedInProcess() {
        assertThat(Runtimes.choose(OPEN, Spec.thisJvm().build()).kind()).isEqualTo(RuntimeKind.IN_PROCESS);
    }

    @Test
    void anImageNeedsTheModuleForContainers() {
        assertThatThrownBy(() -> Runtimes.choose(OPEN, Spec.image("orders:1.4").build()))
                .isInstanceOf(ScupperException.class)
                .hasMessage("No runtime for 'container' is on the class path:"
                        + " add io.scupper:scupper-container to the tests.");
    }

    @Test
    void thePropertyOverridesTheTest() {
        var spec = Spec.main(TinyServer.class).build();
        withProperty("in-process", () -> {
            assertThat(Runtimes.choose(Optional.of(RuntimeKind.FORKED), spec).kind())
                    .isEqualTo(RuntimeKind.IN_PROCESS);
        });
        assertThat(System.getProperty(Runtimes.PROPERTY)).isNull();
    }

    @Test
    void aWrongPropertyIsRefusedWithWhatIsAllowed() {
        var spec = Spec.main(TinyServer.class).build();
        withProperty("docker", () -> {
            assertThatThrownBy(() -> Runtimes.choose(OPEN, spec))
                    .isInstanceOf(ScupperException.class)
                    .hasMessage("System property 'scupper.runtime' is 'docker'."
                            + " Allowed is container, forked, in-process.");
        });
    }

    @Test
    void anImageIsRefusedOutsideContainers() {
        assertThatThrownBy(() ->
                        new ForkedJvmRuntime().start(Spec.image("orders:1.4").build()))
                .isInstanceOf(ScupperException.class)
                .hasMessage("Image 'orders:1.4' can run as a container only, and the runtime is forked JVM:"
                        + " name a jar or a main class instead, or run on 'container'.");
    }

    @Test
    void thisJvmCannotBeForked() {
        assertThatThrownBy(() -> new ForkedJvmRuntime().start(Spec.thisJvm().build()))
                .isInstanceOf(ScupperException.class)
                .hasMessage("This JVM is tested in-process only, and the runtime is forked JVM:"
                        + " name a jar or a main class, or run on 'in-process'.");
    }

    @Test
    void jvmOptionsAreRefusedInProcess() {
        var spec = Spec.main(TinyServer.class).jvmOption("-Xmx64m").build();

        assertThatThrownBy(() -> new InProcessRuntime().start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessage("JVM options [-Xmx64m] come too late for the test's own JVM (runtime in-process):"
                        + " give them to the tests' JVM, or run on 'forked'.");
    }

    private static void withProperty(String value, Runnable test) {
        SystemProperties properties = SystemProperties.set(Map.of(Runtimes.PROPERTY, value));
        try {
            test.run();
        } finally {
            properties.close();
        }
    }
}
