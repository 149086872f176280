package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmRuntimeIT {

    private final ForkedJvmRuntime runtime = new ForkedJvmRuntime();
    private final Leftovers leftovers = Leftovers.before();

    @Test
    void aMainClassRunsWithItsSettingsAndLeavesNothingBehind() throws IOException {
        var diary = new ArrayList<String>();
        var spec = Spec.main(TinyServer.class)
                .http()
                .setting(TinyServer.GREETING, "hello 'there' \"you\"")
                .companion(new RecordingCompanion(TinyServer.UPSTREAM, false, diary))
                .build();

        List<Path> folders;
        try (RunningSubject subject = runtime.start(spec)) {
            folders = leftovers.folders();
            assertThat(folders).hasSize(1);
            assertThat(subject.kind()).isEqualTo(RuntimeKind.FORKED);
            assertThat(Answers.to(subject.http())).isEqualTo("hello 'there' \"you\"||first,second one");
            assertThat(subject.agent().collect().heap().maxBytes()).isBetween(400L << 20, 512L << 20);
            assertThatCode(subject::requireAlive).doesNotThrowAnyException();
            assertThat(subject.companions()).isEqualTo(spec.companions());
        }

        leftovers.assertNone(folders);
        assertThat(diary).endsWith("stop " + TinyServer.UPSTREAM);
    }

    @Test
    void aJarRunsWithNothingButItself(@TempDir Path folder) throws IOException {
        var spec = Spec.jar(TinyJar.in(folder))
                .http()
                .setting(TinyServer.GREETING, "from a jar")
                .jvmOption("-Xmx64m")
                .build();

        try (RunningSubject subject = runtime.start(spec)) {
            assertThat(subject.description()).isEqualTo("tiny.jar");
            assertThat(Answers.to(subject.http())).isEqualTo("from a jar||first,second one");
            assertThat(subject.agent().peek().heap().maxBytes()).isLessThanOrEqualTo(64L << 20);
        }
        leftovers.assertNone(List.of());
    }

    @Test
    void oneThatDiesEarlyIsReportedAtOnceWithItsLastLines() {
        var spec = Spec.main(Mains.Exits.class).http().build();

        assertThatThrownBy(() -> runtime.start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("%s has ended with exit code 3. It last printed:", Mains.Exits.class.getName())
                .hasMessageEndingWith("\n    out of luck");
        leftovers.assertNone(List.of());
    }

    @Test
    void oneThatNeverGetsReadyIsGivenUpAndEnded() {
        var spec = Spec.main(Mains.NeverReady.class)
                .http()
                .readyWithin(Duration.ofSeconds(3))
                .build();

        assertThatThrownBy(() -> runtime.start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith(
                        "%s was not ready within 3 s: GET http://127.0.0.1:", Mains.NeverReady.class.getName())
                .hasMessageContaining(
                        "/ready: the last attempt met java.net.ConnectException: Connection refused. It last printed:")
                .hasMessageEndingWith("\n    still loading");
        leftovers.assertNone(List.of());
    }

    @Test
    void aFixedPortThatIsTakenIsToldBeforeAnythingStarts() throws IOException {
        var diary = new ArrayList<String>();
        try (var taken = new ServerSocket(0)) {
            var spec = Spec.main(TinyServer.class)
                    .fixedPort(taken.getLocalPort())
                    .companion(new RecordingCompanion("redis", false, diary))
                    .build();

            assertThatThrownBy(() -> runtime.start(spec))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageStartingWith("Port %d is taken", taken.getLocalPort());
        }
        assertThat(diary).isEmpty();
    }

    @Test
    void oneThatEndsLaterIsNoLongerAlive() {
        var spec = Spec.main(TinyServer.class).http().build();

        try (RunningSubject subject = runtime.start(spec)) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info()
                            .arguments()
                            .map(List::of)
                            .orElse(List.of())
                            .contains(TinyServer.class.getName()))
                    .forEach(child -> {
                        child.destroyForcibly();
                        child.onExit().join();
                    });

            assertThatThrownBy(subject::requireAlive)
                    .isInstanceOf(ScupperException.class)
                    .hasMessageStartingWith("%s has ended with exit code 137.", TinyServer.class.getName());
        }
        leftovers.assertNone(List.of());
    }

    @Test
    void oneWhoseTestRunIsKilledEndsWithIt() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Mains.TestRun.class.getName());
        Process run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String address =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8)).readLine();
        List<ProcessHandle> subjects = run.descendants().toList();
        assertThat(Answers.to(Optional.of(URI.create(address)))).isNotEmpty();

        List<Path> folders = Leftovers.folders(subjects.stream());
        assertThat(folders).hasSize(1);
        run.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> subjects.stream().noneMatch(ProcessHandle::isAlive));
        leftovers.assertNone(folders);
    }
}
