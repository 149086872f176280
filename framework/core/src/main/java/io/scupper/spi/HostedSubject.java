package io.scupper.spi;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Knows what a test framework runs in this JVM for a test class, which then needs no field for its system under test; found by
 * {@link java.util.ServiceLoader}.
 */
public interface HostedSubject {

    /**
     * Looks whether the framework runs something for the class, and starts that if it has not been yet. Whoever owns it ends it.
     *
     * @throws io.scupper.model.ScupperException if it does not start
     */
    Optional<Hosted> find(Class<?> testClass);

    /**
     * Something that runs in this JVM and is ready.
     *
     * @param httpPort that its server listens on, if it has one
     */
    record Hosted(OptionalInt httpPort) {}
}
