package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.runtime.ReadyCheck;
import io.scupper.spi.Deadline;
import java.net.URI;

/** Waits until the HTTP server in a container answers. Asks every 50 ms, and stops at once when the container has ended. */
final class Readiness {

    private Readiness() {}

    /**
     * Waits until {@code path} is answered with a status below 400.
     *
     * @throws ScupperException if it is not in time, or the container ends, with what it printed last
     */
    static void await(Vitals vitals, URI server, String path, Deadline deadline) {
        var check = new ReadyCheck(server, path);
        while (!check.isReady(deadline)) {
            vitals.ending().ifPresent(ending -> {
                throw new ScupperException("%s has ended with %s before it was ready. Waited for %s.%s"
                        .formatted(vitals.name(), ending, check.lastSeen(), vitals.lastLines()));
            });
            if (deadline.isOver()) {
                throw new ScupperException("%s was not ready within %s. Waited for %s.%s"
                        .formatted(vitals.name(), deadline, check.lastSeen(), vitals.lastLines()));
            }
            deadline.pause(vitals.name());
        }
    }
}
