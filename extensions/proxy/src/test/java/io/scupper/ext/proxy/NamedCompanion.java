package io.scupper.ext.proxy;

import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A companion that has a name and a wire, and nothing behind it. */
record NamedCompanion(String name, Optional<Wire> wire) implements Companion {

    /** Returns a subject that has them. */
    static RunningSubject subject(Companion... companions) {
        return new Subject(List.of(companions));
    }

    @Override
    public int port() {
        return 1;
    }

    @Override
    public ContainerForm container() {
        throw new UnsupportedOperationException("Nothing is behind it that could be started.");
    }

    @Override
    public LocalServer startLocally() {
        throw new UnsupportedOperationException("Nothing is behind it that could be started.");
    }

    @Override
    public boolean proxied() {
        return wire.isPresent();
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of();
    }

    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {}

    @Override
    public void stopping() {}

    private record Subject(List<Companion> companions) implements RunningSubject {

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return "orders.jar";
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public AgentLink agent() {
            throw new UnsupportedOperationException("A fault of the wire does not ask the agent.");
        }

        @Override
        public void requireAlive() {}

        @Override
        public void close() {}
    }
}
