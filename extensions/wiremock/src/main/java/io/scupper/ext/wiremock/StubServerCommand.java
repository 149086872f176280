package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.standalone.WireMockServerRunner;
import io.scupper.model.ScupperException;
import io.scupper.spi.ContainerForm;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command lines of a stub server: its flags, and where its jar is. */
final class StubServerCommand {

    private static final String JAR_IN_CONTAINER = "/scupper/wiremock-standalone.jar";

    /** A stub server holds little and lives for minutes: a small heap, and no optimising compiler to wait for. */
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private StubServerCommand() {}

    /** Returns how it runs as a container that listens on {@code port}. */
    static ContainerForm container(int port) {
        var command = new ArrayList<String>();
        command.add("java");
        command.addAll(JVM);
        command.addAll(List.of("-jar", JAR_IN_CONTAINER));
        command.addAll(flags(port, "/tmp"));
        return new ContainerForm(
                ContainerForm.JAVA_IMAGE, command, List.of(port), Map.of(JAR_IN_CONTAINER, standaloneJar()));
    }

    /** Returns the command that runs it as a process of this machine, on a free port that it writes into the folder. */
    static List<String> process(StubServerFolder folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        String classPath = placeOf(StubServerMain.class) + System.getProperty("path.separator") + standaloneJar();
        command.addAll(List.of(
                "-cp", classPath, StubServerMain.class.getName(), folder.path().toString()));
        command.addAll(flags(0, folder.path().toString()));
        command.addAll(List.of("--bind-address", "127.0.0.1"));
        return command;
    }

    /**
     * No journal: it would hold every request. Asynchronous answers: a stub with a long delay must not use up the threads
     * that serve the others.
     */
    private static List<String> flags(int port, String rootDirectory) {
        return List.of(
                "--port",
                Integer.toString(port),
                "--root-dir",
                rootDirectory,
                "--disable-banner",
                "--no-request-journal",
                "--container-threads",
                "64",
                "--async-response-enabled",
                "true",
                "--async-response-threads",
                "16");
    }

    private static Path standaloneJar() {
        Path jar = placeOf(WireMockServerRunner.class);
        if (!jar.getFileName().toString().contains("standalone")) {
            throw new ScupperException(("WireMock comes from '%s', which does not run by itself: scupper-wiremock needs"
                            + " org.wiremock:wiremock-standalone before it on the class path.")
                    .formatted(jar));
        }
        return jar;
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new ScupperException("The place of %s on the class path is not a path.".formatted(type.getName()), e);
        }
    }
}
