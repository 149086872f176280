package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Parameter;
import io.scupper.spi.RunningSubject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the PostgreSQL that a fault is about among a subject's companions.
 *
 * @param faultId for messages
 * @param name of the companion; empty if the subject has but one
 */
record PostgresOf(String faultId, String name) {

    static final Parameter SERVER =
            new Parameter("server", "the name of a PostgreSQL companion; needed if there are several", "");

    /**
     * Returns it.
     *
     * @throws ScupperException if there is none, none of the name, or several and no name
     */
    PostgresServer require(RunningSubject subject) {
        List<PostgresServer> servers = subject.companions().stream()
                .filter(PostgresServer.class::isInstance)
                .map(PostgresServer.class::cast)
                .toList();
        if (servers.isEmpty()) {
            throw new ScupperException(
                    "Fault '%s' needs a PostgreSQL that the test starts, and %s has none among its companions. Hold one in a static field, 'PostgresServer database = PostgresServer.create()', and give it to the system under test as a companion."
                            .formatted(faultId, subject.description()));
        }
        if (name.isBlank() && servers.size() == 1) {
            return servers.get(0);
        }
        return servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "Parameter 'server' of fault '%s' is '%s'. Allowed is the name of a PostgreSQL of the subject: '%s'."
                                .formatted(
                                        faultId,
                                        name,
                                        servers.stream()
                                                .map(Companion::name)
                                                .sorted()
                                                .collect(Collectors.joining("', '")))));
    }
}
