package io.scupper.spi;

import java.net.URI;
import java.util.Map;

/** Reads a subject that Scupper does not start with its agent. A value: what it reads, not yet bound to a subject. */
public interface SubjectReader {

    /** Returns by what it reads, for messages: {@code pprof}. */
    String description();

    /**
     * Returns what the subject must be told so that it can be read.
     *
     * @param given what it is told already, by its image and by the test
     */
    default Map<String, String> settings(Map<String, String> given) {
        return Map.of();
    }

    /** Tells whether it reads sockets and descriptors by itself, also where the system tells nothing of the subject's process. */
    default boolean readsTheProcess() {
        return false;
    }

    /**
     * Begins to read a subject that runs and is ready.
     *
     * @param http the address of its HTTP server, without a path
     * @param process what the system tells of its process
     * @throws io.scupper.model.ScupperException if it cannot be read so; nothing is left open then
     */
    AgentLink connect(URI http, ProcessView process);
}
