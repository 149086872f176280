package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.dockerjava.api.DockerClient;
import io.scupper.model.ScupperException;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.RunningSubject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeft.class)
class FailuresContainerIT {

    @Test
    void killedSubjectIsNoticedWithinTwoSeconds() {
        RunningSubject subject = Greeting.ofMainClass().start();
        subject.requireAlive();
        DockerClient client = Engine.require().client();

        client.killContainerCmd(NothingLeft.containers(client).get(0)).exec();

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThatThrownBy(subject::requireAlive)
                        .isInstanceOf(ScupperException.class)
                        .hasMessageStartingWith(
                                "io.scupper.example.greeter.Greeter in eclipse-temurin:17-jre has ended with exit code 137 (killed")
                        .hasMessageContaining("It last printed:")
                        .hasMessageContaining("Greeter starts."));
        subject.close();
        subject.close();
    }

    @Test
    void removedContainerIsNoticedToo() {
        RunningSubject subject = Greeting.ofMainClass().start();
        DockerClient client = Engine.require().client();

        client.removeContainerCmd(NothingLeft.containers(client).get(0))
                .withForce(true)
                .exec();

        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(subject::requireAlive)
                        .hasMessageContaining("has ended with its container removed"));
        subject.close();
    }

    @Test
    void subjectThatHangsIsClosedAtOnce() {
        RunningSubject subject = Greeting.ofMainClass().start();
        DockerClient client = Engine.require().client();

        client.pauseContainerCmd(NothingLeft.containers(client).get(0)).exec();

        subject.requireAlive();
        assertTimeoutPreemptively(Duration.ofSeconds(5), subject::close);
    }

    @Test
    void missingImageIsNamedWithinTenSeconds() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() ->
                                Greeting.ofImage("scupper-no-such-image:9.9").start())
                        .isInstanceOf(ScupperException.class)
                        .hasMessageContaining("Image 'scupper-no-such-image:9.9'")
                        .hasMessageContaining("is not there and could not be pulled: "));
    }

    @Test
    void wrongImageNameIsRefused() {
        assertThatThrownBy(() -> Greeting.ofImage("Orders Service").start())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("'Orders Service' is not the name of an image");
    }

    @Test
    void subjectThatNeverGetsReadyIsGivenUp() {
        Greeting sick = Greeting.ofMainClass().setting("GREETER_SICK", "yes").readyWithin(Duration.ofSeconds(3));

        assertThatThrownBy(sick::start)
                .isInstanceOf(ScupperException.class)
                .hasMessageMatching(
                        "(?s).*Greeter in eclipse-temurin:17-jre was not ready within 3 s\\. Waited for"
                                + " GET http://.*/health: the last answer had status 503\\. It last printed:.*Greeter starts.*");
    }

    @Test
    void subjectThatDiesIsNotWaitedFor() {
        Greeting dying = Greeting.ofMainClass().setting("GREETER_DIES", "yes").readyWithin(Duration.ofMinutes(5));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(dying::start)
                        .isInstanceOf(ScupperException.class)
                        .hasMessageContaining("has ended with exit code 3")
                        .hasMessageContaining("Greeter finds no greetings."));
    }

    @Test
    void imageThatIsNoJvmIsGivenUp() {
        var spec = Greeting.ofImage("redis:7-alpine")
                .readyWithin(Duration.ofSeconds(2))
                .spec(0);

        assertThatThrownBy(() -> new ContainerRuntime().start(spec))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("redis:7-alpine runs, but no agent has answered in it within")
                .hasMessageContaining("Is it a JVM from 11 on");
    }

    @Test
    void commandThatIsNotThereIsNamed() {
        Engine engine = Engine.require();
        Image image = Image.require(engine, ContainerForm.JAVA_IMAGE);
        var plan = new ContainerPlan(
                "greeter", image, Map.of(), List.of("no-such-command"), Set.of(), Map.of(), Optional.empty());

        assertThatThrownBy(() -> LiveContainer.start(engine, plan).close())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("greeter could not be started from image")
                .hasMessageContaining("no-such-command");
    }

    @Test
    void missingJarIsNamed() {
        assertThatThrownBy(() -> Greeting.ofJar(Path.of("no-such.jar")).start())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("no-such.jar' is not there");
    }

    @Test
    void interruptedStartLeavesNothing() {
        Greeting sick = Greeting.ofMainClass().setting("GREETER_SICK", "yes");
        Thread tester = Thread.currentThread();
        DockerClient client = Engine.require().client();
        var interrupter = new Thread(() -> {
            Awaitility.await().until(() -> !NothingLeft.containers(client).isEmpty());
            tester.interrupt();
        });
        interrupter.start();

        assertThatThrownBy(sick::start).isInstanceOf(ScupperException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** In a container there is no engine, unless one is let in. */
    @Test
    void withoutAnEngineTheFailureSaysWhatToDo() {
        Engine engine = Engine.require();
        var files = new JarFiles();
        String classPath = files.addClassPath(System.getProperty("java.class.path"));
        List<String> command = List.of("java", "-cp", classPath, StartWithoutEngine.class.getName());
        Image image = Image.require(engine, ContainerForm.JAVA_IMAGE);
        var plan = new ContainerPlan("no engine", image, Map.of(), command, Set.of(), files.files(), Optional.empty());

        try (var container = LiveContainer.start(engine, plan)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> container.vitals().ending().isPresent());
            assertThat(container.vitals().lastLines())
                    .contains("No container engine answers (")
                    .contains("): start Docker, set DOCKER_HOST, or run with -Dscupper.runtime=forked.");
        }
    }
}
