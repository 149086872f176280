package io.scupper.ext.container;

import com.github.dockerjava.api.exception.NotFoundException;
import io.scupper.model.ScupperException;
import io.scupper.runtime.Teardown;
import java.util.UUID;

/** The network of one subject and its companions, on which they find each other by name. */
record PrivateNetwork(Engine engine, String name) implements AutoCloseable {

    /**
     * Creates it.
     *
     * @throws ScupperException if the engine refuses; nothing is left then
     */
    static PrivateNetwork create(Engine engine) {
        // Named here, so that it is found and removed even if the engine's answer never arrives.
        var network = new PrivateNetwork(engine, "scupper-" + UUID.randomUUID());
        try {
            engine.client()
                    .createNetworkCmd()
                    .withName(network.name)
                    .withLabels(Labels.all())
                    .exec();
            return network;
        } catch (RuntimeException e) {
            var failure = new ScupperException(
                    "The engine did not create a network for the companions: %s. Try 'docker network prune'."
                            .formatted(Causes.deepest(e)),
                    e);
            var teardown = new Teardown();
            teardown.add(network::close);
            teardown.closeBecauseOf(failure);
            throw failure;
        }
    }

    /**
     * Removes it, after its containers.
     *
     * @throws ScupperException if the engine does not
     */
    @Override
    public void close() {
        try {
            engine.client().removeNetworkCmd(name).exec();
        } catch (NotFoundException e) {
            // Somebody else has cleaned up; it is gone, which is what was wanted.
        } catch (RuntimeException e) {
            throw new ScupperException(
                    "Network %s could not be removed: %s. Remove it with 'docker network rm'."
                            .formatted(name, Causes.deepest(e)),
                    e);
        }
    }
}
