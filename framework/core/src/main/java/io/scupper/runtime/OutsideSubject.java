package io.scupper.runtime;

import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.Peer;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A subject without the agent: a program that was started here, or something that runs already. */
record OutsideSubject(
        RuntimeKind kind,
        String description,
        SubjectSpec spec,
        URI server,
        AgentLink agent,
        List<Peer> peers,
        Runnable alive,
        Teardown teardown)
        implements RunningSubject {

    @Override
    public Optional<URI> http() {
        return Optional.of(server);
    }

    @Override
    public List<Companion> companions() {
        return spec.companions();
    }

    @Override
    public void requireAlive() {
        alive.run();
    }

    @Override
    public void close() {
        teardown.close();
    }
}
