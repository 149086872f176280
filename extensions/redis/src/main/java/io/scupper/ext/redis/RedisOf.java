package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Parameter;
import io.scupper.spi.RunningSubject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the Redis that a fault is about among a subject's companions.
 *
 * @param faultId for messages
 * @param name of the companion; empty if the subject has but one
 */
record RedisOf(String faultId, String name) {

    static final Parameter REDIS =
            new Parameter("redis", "the name of a Redis companion; needed if there are several", "");

    /**
     * Returns it; empty if the subject has none and none was named.
     *
     * @throws ScupperException if there is none of the name, or several and no name
     */
    Optional<RedisServer> find(RunningSubject subject) {
        List<RedisServer> servers = subject.companions().stream()
                .filter(RedisServer.class::isInstance)
                .map(RedisServer.class::cast)
                .toList();
        if (name.isBlank() && servers.size() < 2) {
            return servers.stream().findFirst();
        }
        return Optional.of(servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "Parameter 'redis' of fault '%s' is '%s'. Allowed is the name of a Redis of the subject: %s."
                                .formatted(faultId, name, names(servers)))));
    }

    /**
     * Returns it.
     *
     * @throws ScupperException if there is none, with what to do
     */
    RedisServer require(RunningSubject subject) {
        return find(subject).orElseThrow(() -> missing(subject, ""));
    }

    /** Returns the error that there is none; {@code otherwise} ends its last sentence and may be empty. */
    ScupperException missing(RunningSubject subject, String otherwise) {
        return new ScupperException(
                "Fault '%s' needs a Redis that the test starts, and %s has none among its companions. Hold one in a static field, 'RedisServer redis = RedisServer.create()', and give it to the system under test as a companion%s."
                        .formatted(faultId, subject.description(), otherwise.isEmpty() ? "" : "; or " + otherwise));
    }

    private static String names(List<? extends Companion> servers) {
        return servers.isEmpty()
                ? "it has none"
                : servers.stream().map(Companion::name).sorted().collect(Collectors.joining("', '", "'", "'"));
    }
}
