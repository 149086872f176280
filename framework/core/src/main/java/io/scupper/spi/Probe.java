package io.scupper.spi;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import java.util.Map;

/**
 * Counts one kind of resource of the subject. A probe of the JVM derives its counts from the {@link Snapshot}; a probe of
 * something outside, such as a Redis server, ignores it and asks for itself.
 */
public interface Probe {

    /** Returns the name that its resources carry, for example {@code threads}. */
    String name();

    /**
     * Counts once. Called often, also while the subject settles, so it takes milliseconds and leaves nothing behind in what
     * it reads. A resource that is gone is left out or counts 0.
     *
     * @throws io.scupper.model.ScupperException if it could not be read: the test then ends in an error, never a pass
     */
    Map<Resource, Long> read(Snapshot snapshot);
}
