package io.scupper.ext.wiremock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a stub server that runs as a process: its port, what it prints, and the root that WireMock wants. */
record StubServerFolder(Path path) {

    static StubServerFolder create() throws IOException {
        return new StubServerFolder(Files.createTempDirectory("scupper-stubs-"));
    }

    Path output() {
        return path.resolve("output");
    }

    boolean hasPort() {
        return Files.exists(portFile());
    }

    int readPort() throws IOException {
        return Integer.parseInt(Files.readString(portFile()));
    }

    /** Writes the port at one go, so that nobody reads half of it. */
    void writePort(int port) throws IOException {
        Path draft = path.resolve("port.draft");
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, portFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it with all that is in it; does nothing if it is gone. */
    void remove() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException e) {
            // The process has removed it on its way out.
        }
    }

    private Path portFile() {
        return path.resolve("port");
    }
}
