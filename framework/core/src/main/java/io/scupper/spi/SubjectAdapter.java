package io.scupper.spi;

/**
 * Makes a subject of something that a test already has in a field, such as a Testcontainers container; found by
 * {@link java.util.ServiceLoader}.
 */
public interface SubjectAdapter {

    /** Tells whether this is something it can make a subject of. */
    boolean accepts(Object held);

    /**
     * Brings the agent in, before whoever owns {@code held} starts it.
     *
     * @throws io.scupper.model.ScupperException if it runs already
     */
    void prepare(Object held);

    /**
     * Returns the subject, starting {@code held} if nobody has. Closing it stops only what was started here.
     *
     * @param httpPort the port of its HTTP server in the container; 0 to take the first that it exposes
     */
    RunningSubject adopt(Object held, int httpPort);
}
