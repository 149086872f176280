package io.scupper.examples.proofs;

import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A subject of which nothing is known but its agent. */
record AgentAlone(AgentLink agent) implements RunningSubject {

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.FORKED;
    }

    @Override
    public String description() {
        return "a JVM";
    }

    @Override
    public Optional<URI> http() {
        return Optional.empty();
    }

    @Override
    public List<Companion> companions() {
        return List.of();
    }

    @Override
    public void requireAlive() {}

    @Override
    public void close() {
        agent.close();
    }
}
