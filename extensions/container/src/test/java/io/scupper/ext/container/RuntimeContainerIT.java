package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.example.greeter.Greeter;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.images.builder.ImageFromDockerfile;

@ExtendWith(NothingLeft.class)
class RuntimeContainerIT {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SubjectRuntime.class))
                .filteredOn(runtime -> runtime.kind() == RuntimeKind.CONTAINER)
                .hasOnlyElementsOfType(ContainerRuntime.class)
                .hasSize(1);
    }

    @Test
    void mainClassRunsOnTheClassPathOfTheTests() {
        try (RunningSubject subject =
                Greeting.ofMainClass().setting("GREETING", "hello there").start()) {
            assertThat(subject.kind()).isEqualTo(RuntimeKind.CONTAINER);
            assertThat(subject.description()).isEqualTo(Greeter.class.getName());
            assertThat(Greeting.get(subject, "/arguments")).isEqualTo("one two words");
            assertThat(Greeting.get(subject, "/setting?GREETING")).isEqualTo("hello there");
            assertThat(Greeting.get(subject, "/setting?SERVER_PORT")).isEqualTo("8090");
            assertThat(Greeting.get(subject, "/options"))
                    .contains("-Xmx512m", "-XX:SoftRefLRUPolicyMSPerMB=0")
                    .contains("-javaagent:/scupper/agent.jar=");
            subject.requireAlive();
        }
    }

    @Test
    void agentReadsWhatIsInTheContainer() {
        try (RunningSubject subject = Greeting.ofMainClass().start()) {
            Greeting.get(subject, "/hold");
            Greeting.get(subject, "/hold");

            assertThat(Greeting.heldThreads(subject)).isEqualTo(2);
            var snapshot = subject.agent().collect();
            assertThat(snapshot.heap().liveBytes()).isPositive();
            assertThat(snapshot.classes()).containsKey(Greeter.class.getName());
            assertThat(snapshot.sockets()).anyMatch(socket -> socket.localPort() == Greeting.PORT);
            assertThat(snapshot.descriptors()).isNotEmpty();
        }
    }

    @Test
    void heapIsDumpedOutOfTheContainer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("first.hprof.gz");
        try (RunningSubject subject = Greeting.ofMainClass().start()) {
            subject.agent().dump(file, 1 << 30);

            assertThat(subject.agent().peek().threads()).isNotEmpty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("JAVA PROFILE 1.0.2")
                    .contains(Greeter.class.getName().replace('.', '/'));
        }
    }

    @Test
    void jarRunsInAPlainJavaImage(@TempDir Path folder) throws IOException {
        Path jar = Greeting.writeJar(folder);

        try (RunningSubject subject =
                Greeting.ofJar(jar).jvmOptions("-Xmx96m", "-Dgreeting=good day").start()) {
            assertThat(subject.description()).isEqualTo("greeter.jar");
            assertThat(Greeting.get(subject, "/arguments")).isEqualTo("one two words");
            assertThat(Greeting.get(subject, "/property?greeting")).isEqualTo("good day");
            assertThat(Greeting.get(subject, "/options")).contains("-Xmx96m").doesNotContain("-Xmx512m");
            assertThat(subject.agent().peek().heap().maxBytes()).isBetween(80L << 20, 100L << 20);
        }
    }

    @Test
    void imageKeepsItsOwnJvmOptions(@TempDir Path folder) throws IOException {
        String image = greeterImage(Greeting.writeJar(folder));
        try (RunningSubject subject = Greeting.ofImage(image)
                .jvmOptions("-Dgreeting=good day", "-Xmx96m")
                .start()) {
            assertThat(Greeting.get(subject, "/property?from.image")).isEqualTo("two words");
            assertThat(Greeting.get(subject, "/property?greeting")).isEqualTo("good day");
            assertThat(subject.agent().peek().heap().maxBytes()).isBetween(80L << 20, 100L << 20);
        } finally {
            // The reaper would do it, where it is allowed to run.
            Engine.require().client().removeImageCmd(image).withForce(true).exec();
        }
    }

    @Test
    void subjectWithoutHttpIsReadyWhenItsAgentAnswers() {
        try (RunningSubject subject =
                new ContainerRuntime().start(Greeting.ofMainClass().spec(0))) {
            assertThat(subject.http()).isEmpty();
            assertThat(subject.agent().peek().threads()).isNotEmpty();
        }
    }

    static String greeterImage(Path jar) {
        String base = Image.require(Engine.require(), ContainerForm.JAVA_IMAGE).resolved();
        return new ImageFromDockerfile()
                .withFileFromPath("greeter.jar", jar)
                .withDockerfileFromBuilder(builder -> builder.from(base)
                        .copy("greeter.jar", "/greeter.jar")
                        .env("JAVA_TOOL_OPTIONS", "'-Dfrom.image=two words'")
                        .cmd("java", "-jar", "/greeter.jar")
                        .build())
                .get();
    }
}
