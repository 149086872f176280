package io.scupper.ext.container;

import io.scupper.runtime.Teardown;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.Peer;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A subject in a container, whoever has started that; {@code teardown} knows what there is to take down. */
record ContainerSubject(
        String description,
        Vitals vitals,
        Optional<URI> http,
        AgentLink agent,
        List<Companion> companions,
        List<Peer> peers,
        Teardown teardown)
        implements RunningSubject {

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.CONTAINER;
    }

    @Override
    public void requireAlive() {
        vitals.requireAlive();
    }

    @Override
    public void close() {
        teardown.close();
    }
}
