package io.scupper.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A subject that runs with the agent in it. {@link #close} ends it and its companions and leaves nothing behind. */
public interface RunningSubject extends AutoCloseable {

    RuntimeKind kind();

    /** Returns what runs, for messages: the image, jar or class. */
    String description();

    /** Returns the address of its HTTP server as seen from the test, without a path; empty if it has none. */
    Optional<URI> http();

    /** Returns the channel to the agent inside it. */
    AgentLink agent();

    /** Returns its companions, already started. */
    List<Companion> companions();

    /** Returns where it reaches them. */
    default List<Peer> peers() {
        return List.of();
    }

    /**
     * Makes sure that the subject is still there.
     *
     * @throws io.scupper.model.ScupperException if it has ended, with its exit code and the last lines it printed
     */
    void requireAlive();

    @Override
    void close();
}
