package io.scupper.ext.container;

import io.scupper.spi.ContainerForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container that is to be started.
 *
 * @param name for messages: what the test calls it
 * @param environment on top of the image's own
 * @param command empty for the image's own
 * @param ports that the test must reach
 * @param files copied in before start: path in the container to file or folder on this machine
 * @param membership of a network; empty for the engine's default one
 */
record ContainerPlan(
        String name,
        Image image,
        Map<String, String> environment,
        List<String> command,
        Set<Integer> ports,
        Map<String, Path> files,
        Optional<Membership> membership) {

    ContainerPlan {
        environment = Map.copyOf(environment);
        command = List.copyOf(command);
        ports = Set.copyOf(ports);
        files = Map.copyOf(files);
    }

    /** Makes the plan of a companion or proxy, which others reach by its name. */
    static ContainerPlan of(String name, Image image, ContainerForm form, Set<Integer> ports, PrivateNetwork network) {
        var membership = Optional.of(new Membership(network, name));
        return new ContainerPlan(name, image, Map.of(), form.command(), ports, form.files(), membership);
    }

    /**
     * Makes a container reachable for others.
     *
     * @param alias its host name for them
     */
    record Membership(PrivateNetwork network, String alias) {}
}
