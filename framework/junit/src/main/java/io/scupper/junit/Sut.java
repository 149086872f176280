package io.scupper.junit;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.runtime.AttachedAgent;
import io.scupper.runtime.Runtimes;
import io.scupper.spi.Companion;
import io.scupper.spi.HostedSubject;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectReader;
import io.scupper.spi.SubjectSpec;
import io.scupper.spi.SubjectSpec.Outside;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Describes the system under test. A jar or a main class runs in a container, in a JVM of its own or in the test's own;
 * an image runs in a container. Not safe for use by several threads while it is described.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Sut {

    private final Optional<String> image;
    private final Optional<Path> jar;
    private final Optional<String> mainClass;
    private final Optional<Outside> outside;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<Companion> companions = new ArrayList<>();
    private int httpPort;
    private String httpPortSetting = "SERVER_PORT";
    private boolean fixedPort;
    private String readyPath = "/";
    private Duration readyWithin = Duration.ofSeconds(60);
    private volatile @Nullable RunningSubject running;

    private Sut(Optional<String> image, Optional<Path> jar, Optional<String> mainClass) {
        this(image, jar, mainClass, Optional.empty());
    }

    private Sut(Optional<String> image, Optional<Path> jar, Optional<String> mainClass, Optional<Outside> outside) {
        this.image = image;
        this.jar = jar;
        this.mainClass = mainClass;
        this.outside = outside;
    }

    /** Describes a container image that starts a JVM by itself, for example {@code orders:1.4}. */
    public static Sut container(String image) {
        return new Sut(Optional.of(image), Optional.empty(), Optional.empty());
    }

    /** Describes a runnable jar. */
    public static Sut jar(Path jar) {
        return new Sut(Optional.empty(), Optional.of(jar), Optional.empty());
    }

    /** Describes a main class on the class path of the test. */
    public static Sut main(Class<?> mainClass) {
        return new Sut(Optional.empty(), Optional.empty(), Optional.of(mainClass.getName()));
    }

    /**
     * Describes a container image that takes no agent, because it is no JVM.
     *
     * @param reader how it is read, for example {@code GoService.pprof()} of scupper-go
     */
    public static Sut container(String image, SubjectReader reader) {
        return withoutAgent(Optional.of(image), new Outside(reader, Optional.empty(), Optional.empty()));
    }

    /** Describes an executable program of this machine that takes no agent. */
    public static Sut program(Path file, SubjectReader reader) {
        return withoutAgent(Optional.empty(), new Outside(reader, Optional.of(file), Optional.empty()));
    }

    /**
     * Describes something that runs already, and is neither started nor ended.
     *
     * @param address of its HTTP server, without a path, for example {@code http://127.0.0.1:8080}
     */
    public static Sut remote(URI address, SubjectReader reader) {
        return withoutAgent(Optional.empty(), new Outside(reader, Optional.empty(), Optional.of(address)));
    }

    /**
     * Describes a JVM that runs already, with the agent in it, and is neither started nor ended: in a cluster, for example, both ports
     * forwarded.
     *
     * @param address of its HTTP server, without a path, for example {@code http://127.0.0.1:8080}
     * @param agent host and port of the agent, for example {@code 127.0.0.1:9404}
     * @param token what the agent was started with; best read from an environment variable, and never null or empty
     */
    public static Sut remoteJvm(URI address, String agent, @Nullable String token) {
        return withoutAgent(
                Optional.empty(), new Outside(AttachedAgent.at(agent, token), Optional.empty(), Optional.of(address)));
    }

    private static Sut withoutAgent(Optional<String> image, Outside outside) {
        return new Sut(image, Optional.empty(), Optional.empty(), Optional.of(outside));
    }

    /** Describes whatever runs in the test's own JVM already; nothing is started. */
    public static Sut thisJvm() {
        return new Sut(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Describes what a test framework runs in the test's own JVM, and has made ready. */
    static Sut hosted(HostedSubject.Hosted subject) {
        var sut = thisJvm().readyAt("");
        subject.httpPort().ifPresent(sut::http);
        return sut;
    }

    /**
     * Says which port its HTTP server has in a container. Outside containers it is told a free port through the setting
     * {@code SERVER_PORT}.
     */
    public Sut http(int port) {
        this.httpPort = port;
        return this;
    }

    /** Names the setting that tells it which port to take; the default is {@code SERVER_PORT}. */
    public Sut httpPortSetting(String name) {
        this.httpPortSetting = name;
        return this;
    }

    /** Says that it takes the port of {@link #http} everywhere, because it cannot be told another. */
    public Sut fixedPort() {
        this.fixedPort = true;
        return this;
    }

    /** Says which path is answered with a status below 400 once it is ready; the default is {@code /}. */
    public Sut readyAt(String path) {
        this.readyPath = path;
        return this;
    }

    /** Bounds how long it may take to get ready, for example {@code "60s"}, which is the default. */
    public Sut readyWithin(String duration) {
        this.readyWithin = TimeSpan.parse("readyWithin", duration);
        return this;
    }

    /** Adds something it talks to, such as a Redis; started before it. */
    public Sut with(Companion companion) {
        companions.add(companion);
        return this;
    }

    /** Tells it a setting: an environment variable, or a system property where it runs in the test's own JVM. */
    public Sut setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Gives its main arguments. */
    public Sut arguments(String... arguments) {
        this.arguments.addAll(Arrays.asList(arguments));
        return this;
    }

    /** Gives its JVM options, for example {@code -Xmx256m}. */
    public Sut jvmOptions(String... options) {
        this.jvmOptions.addAll(Arrays.asList(options));
        return this;
    }

    /**
     * Returns the address of its HTTP server, without a path.
     *
     * @throws ScupperException if it does not run or has none
     */
    public URI url() {
        return subject()
                .http()
                .orElseThrow(() -> new ScupperException("The system under test has no HTTP address. Say"
                        + " Sut.….http(port) with the port that it listens on in its container."));
    }

    /**
     * Starts it for use without annotations.
     *
     * @param where {@link Where#AUTO} to let its description decide
     * @return this, running until it is closed
     * @throws ScupperException if it does not get ready; nothing is left running then
     */
    public Started start(Where where) {
        SubjectSpec spec = spec();
        RunningSubject started = Runtimes.choose(where.kind(), spec).start(spec);
        running = started;
        return new Started(this, started);
    }

    SubjectSpec spec() {
        return new SubjectSpec(
                image,
                jar,
                mainClass,
                arguments,
                settings,
                jvmOptions,
                httpPort,
                httpPortSetting,
                fixedPort,
                readyPath,
                readyWithin,
                companions,
                outside);
    }

    RunningSubject subject() {
        RunningSubject subject = running;
        if (subject == null) {
            throw new ScupperException(
                    "The system under test does not run. It runs from before the first test method of"
                            + " a @LeakTest class until after the last, if it is in a static field with @SystemUnderTest.");
        }
        return subject;
    }

    /** A system under test that runs. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public static final class Started implements AutoCloseable {

        private final Sut sut;
        private final RunningSubject subject;

        private Started(Sut sut, RunningSubject subject) {
            this.sut = sut;
            this.subject = subject;
        }

        /** Returns the address of its HTTP server, without a path. */
        public URI url() {
            return sut.url();
        }

        RunningSubject subject() {
            return subject;
        }

        @Override
        public void close() {
            sut.running = null;
            subject.close();
        }
    }
}
