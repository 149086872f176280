package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The file into which an agent of this machine writes the port it took. */
record PortFile(Path path) {

    static PortFile in(TemporaryFolder folder) {
        return new PortFile(folder.path().resolve("agent.port"));
    }

    /** Returns the agent's port; empty as long as the agent has not written it. */
    OptionalInt port() {
        try {
            return Files.exists(path)
                    ? OptionalInt.of(Integer.parseInt(Files.readString(path).strip()))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            throw new ScupperException("The agent's port could not be read from '%s'.".formatted(path), e);
        }
    }
}
