package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Peer;
import io.scupper.spi.Wire;
import io.scupper.spi.WireProvider;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The companions of a subject, running as servers of this machine, with their proxies. */
final class LocalCompanions implements AutoCloseable {

    /** A subject that is told a number may resolve a name all the same. */
    private static final Set<String> LOOPBACK = Set.of(LocalPorts.HOST, "0:0:0:0:0:0:0:1");

    private final Map<String, String> settings = new HashMap<>();
    private final List<Peer> peers = new ArrayList<>();
    private final Teardown teardown = new Teardown();

    private LocalCompanions() {}

    /**
     * Starts them one after the other, in their order.
     *
     * @throws ScupperException if one does not start, or needs a proxy and there is none; all are stopped again then
     */
    static LocalCompanions start(List<Companion> companions) {
        var started = new LocalCompanions();
        try {
            companions.forEach(started::startOne);
        } catch (RuntimeException | Error e) {
            started.teardown.closeBecauseOf(e);
            throw e;
        }
        return started;
    }

    /** Returns what the subject must be told to reach them. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Returns where the subject reaches them. */
    List<Peer> peers() {
        return List.copyOf(peers);
    }

    /** Stops all, the last first; throws the first failure, with the later ones suppressed in it. */
    @Override
    public void close() {
        teardown.close();
    }

    private void startOne(Companion companion) {
        LocalServer server = companion.startLocally();
        teardown.add(server::close);
        var direct = new InetSocketAddress(LocalPorts.HOST, server.port());
        Optional<WireProvider.LocalWire> wire =
                companion.proxied() ? Optional.of(wireProvider(companion).startLocally(direct)) : Optional.empty();
        wire.ifPresent(proxy -> teardown.add(proxy::close));
        companion.started(direct, wire.map(Wire.class::cast));
        teardown.add(companion::stopping);
        int port = wire.map(WireProvider.LocalWire::port).orElse(server.port());
        settings.putAll(companion.settings(LocalPorts.HOST, port));
        peers.add(new Peer(companion.name(), LOOPBACK, port));
    }

    private static WireProvider wireProvider(Companion companion) {
        return ServiceLoader.load(WireProvider.class, WireProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "'%s' is to be reached through a proxy, and there is none: add io.scupper:scupper-proxy to the tests."
                                .formatted(companion.name())));
    }
}
