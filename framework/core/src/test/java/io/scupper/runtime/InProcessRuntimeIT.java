package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessRuntimeIT {

    private final InProcessRuntime runtime = new InProcessRuntime();
    private final Leftovers leftovers = Leftovers.before();

    @AfterEach
    void nothingIsLeft() {
        leftovers.assertNone(List.of());
        assertThat(System.getProperty(TinyServer.GREETING)).isNull();
        assertThat(System.getProperty(TinyServer.PORT)).isNull();
    }

    @RepeatedTest(2)
    void aMainClassRunsWithItsSettings() throws IOException {
        var spec = Spec.main(TinyServer.class)
                .http()
                .setting(TinyServer.GREETING, "hello")
                .build();

        try (RunningSubject subject = runtime.start(spec)) {
            assertThat(subject.kind()).isEqualTo(RuntimeKind.IN_PROCESS);
            assertThat(Answers.to(subject.http())).isEqualTo("hello||first,second one");
            assertThat(subject.agent().peek().threads())
                    .anySatisfy(thread -> assertThat(thread.name()).isEqualTo("HTTP-Dispatcher"));
            assertThatCode(subject::requireAlive).doesNotThrowAnyException();
        }
    }

    @Test
    void aJarIsLoadedApartFromTheTests(@TempDir Path folder) throws IOException {
        var spec = Spec.jar(TinyJar.in(folder))
                .http()
                .setting(TinyServer.GREETING, "from a jar")
                .build();

        try (RunningSubject subject = runtime.start(spec)) {
            assertThat(Answers.to(subject.http())).isEqualTo("from a jar||first,second one");
        }
    }

    @Test
    void thisJvmIsTakenAsItIs() {
        try (RunningSubject subject = runtime.start(Spec.thisJvm().build())) {
            assertThat(subject.description()).isEqualTo("this JVM");
            assertThat(subject.http()).isEmpty();
            assertThat(subject.agent().collect().classes()).containsKey("java.lang.String");
        }
    }

    @Test
    void oneThatNeverGetsReadyIsGivenUpAndInterrupted() {
        var spec = Spec.main(Mains.NeverReady.class)
                .http()
                .readyWithin(Duration.ofSeconds(3))
                .build();

        assertThatThrownBy(() -> runtime.start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("%s was not ready within 3 s: GET ", Mains.NeverReady.class.getName());
    }

    @Test
    void oneThatFailsIsReportedWithItsCause() {
        var spec = Spec.main(Mains.Fails.class).http().build();

        assertThatThrownBy(() -> runtime.start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessageEndingWith("its main threw java.lang.IllegalStateException: cannot start.");
    }

    @Test
    void oneThatDoesNotHeedItsInterruptionIsReportedWithItsStack() {
        Mains.Stubborn.released = false;
        RunningSubject subject = runtime.start(Spec.main(Mains.Stubborn.class).build());

        assertThatThrownBy(subject::close)
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("did not return within 10 s of its thread being interrupted, and runs on")
                .hasMessageContaining("io.scupper.runtime.Mains$Stubborn.main(Mains.java:");
        Mains.Stubborn.released = true;
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(MainThread.NAME)));
    }
}
