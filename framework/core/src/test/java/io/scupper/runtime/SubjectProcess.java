package io.scupper.runtime;

import io.scupper.example.subject.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A JVM of its own in which {@link Subject} runs with the packed agent. */
final class SubjectProcess implements AutoCloseable {

    static final Duration WITHIN = Duration.ofSeconds(20);

    private final Process process;
    private final BufferedReader answers;
    private final Path folder;
    final AgentOptions options;

    private SubjectProcess(Path javaHome, List<String> jvmOptions, AgentOptions options, Path folder)
            throws IOException, URISyntaxException {
        this.options = options;
        this.folder = folder;
        var command = new ArrayList<String>();
        command.add(javaHome.resolve("bin/java").toString());
        command.add(options.toJvmOption(AgentJar.path().toString()));
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(Path.of(Subject.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        command.add(Subject.class.getName());
        process = new ProcessBuilder(command).redirectError(errors().toFile()).start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static SubjectProcess start(String... jvmOptions) {
        return startWithLease(AgentOptions.DEFAULT_LEASE, jvmOptions);
    }

    static SubjectProcess startWithLease(Duration lease, String... jvmOptions) {
        return start(Path.of(System.getProperty("java.home")), lease, jvmOptions);
    }

    static SubjectProcess start(Path javaHome, Duration lease, String... jvmOptions) {
        Path folder = newFolder();
        return start(javaHome, AgentOptions.local(folder.resolve("a port")).withLease(lease), folder, jvmOptions);
    }

    static SubjectProcess startAtPort(int port) {
        Path folder = newFolder();
        var options = new AgentOptions(
                port, "token", "127.0.0.1", Optional.of(folder.resolve("a port")), AgentOptions.DEFAULT_LEASE);
        return start(Path.of(System.getProperty("java.home")), options, folder);
    }

    private static SubjectProcess start(Path javaHome, AgentOptions options, Path folder, String... jvmOptions) {
        try {
            return new SubjectProcess(javaHome, List.of(jvmOptions), options, folder);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a blank in its name, which an option must survive. */
    private static Path newFolder() {
        try {
            return Files.createTempDirectory("scupper subject");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        Path file = options.portFile().orElseThrow();
        Awaitility.await("the agent's port, " + errorOutput())
                .atMost(WITHIN)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(file));
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    RemoteAgent connect() {
        return RemoteAgent.connect("127.0.0.1", port(), options.token(), WITHIN);
    }

    /** Lets the subject do something; returns what it answers. */
    String tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The subject has ended: " + errorOutput());
            }
            return answer.startsWith("ok ") ? answer.substring(3) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(errorOutput(), e);
        }
    }

    String errorOutput() {
        try {
            return Files.exists(errors()) ? Files.readString(errors()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as nothing in it can notice. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(errors());
            Files.deleteIfExists(options.portFile().orElseThrow());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path errors() {
        return folder.resolve("stderr.txt");
    }
}
