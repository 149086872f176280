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

/** A subject in the tests' own JVM; it has no main thread when the test itself started it. */
record InProcessSubject(
        SubjectSpec spec,
        Optional<MainThread> main,
        Optional<URI> http,
        AgentLink agent,
        List<Peer> peers,
        Teardown teardown)
        implements RunningSubject {

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.IN_PROCESS;
    }

    @Override
    public String description() {
        return spec.description();
    }

    @Override
    public List<Companion> companions() {
        return spec.companions();
    }

    @Override
    public void requireAlive() {
        main.ifPresent(MainThread::requireAlive);
    }

    @Override
    public void close() {
        teardown.close();
    }
}
