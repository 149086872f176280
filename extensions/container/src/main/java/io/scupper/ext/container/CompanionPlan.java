package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.WireProvider;
import java.util.HashSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A companion of which everything is known that could keep it from starting: its image is there, and its proxy's.
 *
 * @param proxy empty if the subject reaches it directly
 */
record CompanionPlan(Companion companion, ContainerForm form, Image image, Optional<Proxy> proxy) {

    /**
     * Looks for what it needs.
     *
     * @throws ScupperException if an image cannot be had, or it needs a proxy and there is none
     */
    static CompanionPlan of(Engine engine, Companion companion) {
        ContainerForm form = companion.container();
        Optional<Proxy> proxy = companion.proxied() ? Optional.of(proxy(engine, companion)) : Optional.empty();
        return new CompanionPlan(companion, form, Image.require(engine, form.image()), proxy);
    }

    /** Returns the companion's container. */
    ContainerPlan server(PrivateNetwork network) {
        var ports = new HashSet<>(form.ports());
        ports.add(companion.port());
        return ContainerPlan.of(companion.name(), image, form, ports, network);
    }

    /** Returns the host name of its proxy. */
    String wireName() {
        return companion.name() + "-wire";
    }

    /** Returns the proxy's container. */
    ContainerPlan wire(Proxy proxy, PrivateNetwork network) {
        Set<Integer> ports = Set.of(WireProvider.CONTROL_PORT);
        return ContainerPlan.of(wireName(), proxy.image(), proxy.form(), ports, network);
    }

    private static Proxy proxy(Engine engine, Companion companion) {
        WireProvider provider = ServiceLoader.load(WireProvider.class, WireProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "'%s' is to be reached through a proxy, and there is none: add io.scupper:scupper-proxy to the tests."
                                .formatted(companion.name())));
        ContainerForm form = provider.container(companion.name(), companion.port());
        return new Proxy(provider, form, Image.require(engine, form.image()));
    }

    /** What stands between the subject and a companion. */
    record Proxy(WireProvider provider, ContainerForm form, Image image) {}
}
