package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.runtime.Teardown;
import io.scupper.spi.Companion;
import io.scupper.spi.Deadline;
import io.scupper.spi.Peer;
import io.scupper.spi.Wire;
import io.scupper.spi.WireProvider;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A companion whose containers have been started and may not be ready yet. */
record StartingCompanion(CompanionPlan plan, LiveContainer server, Optional<LiveContainer> wire) {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    /** Starts its containers, which {@code teardown} removes. */
    static StartingCompanion start(Engine engine, CompanionPlan plan, PrivateNetwork network, Teardown teardown) {
        LiveContainer server = LiveContainer.start(engine, plan.server(network));
        teardown.add(server::close);
        Optional<LiveContainer> wire = plan.proxy().map(proxy -> {
            LiveContainer started = LiveContainer.start(engine, plan.wire(proxy, network));
            teardown.add(started::close);
            return started;
        });
        return new StartingCompanion(plan, server, wire);
    }

    /**
     * Waits until it is ready, tells it where it runs, and returns what the subject must be told.
     *
     * @throws ScupperException if one of its containers ends, or is not ready within 90 s
     */
    Map<String, String> await(Teardown teardown) {
        Companion companion = plan.companion();
        InetSocketAddress direct = server.address(companion.port());
        awaitOpen(direct);
        Optional<Wire> connected = wire.map(proxy -> connect(proxy, teardown));
        companion.started(direct, connected);
        teardown.add(companion::stopping);
        server.vitals().requireAliveNow();
        return wire.isPresent()
                ? companion.settings(plan.wireName(), WireProvider.LISTEN_PORT)
                : companion.settings(companion.name(), companion.port());
    }

    /** Returns where the subject reaches it, once it is ready: at each of its ports, where no proxy stands before one. */
    List<Peer> peers(PrivateNetwork network) {
        String name = plan.companion().name();
        return wire.map(proxy -> List.of(new Peer(name, proxy.hosts(network), WireProvider.LISTEN_PORT)))
                .orElseGet(() -> plan.companion().container().ports().stream()
                        .map(port -> new Peer(name, server.hosts(network), port))
                        .toList());
    }

    private void awaitOpen(InetSocketAddress address) {
        Deadline deadline = Deadline.in(READY_WITHIN);
        while (!PortCheck.isOpen(address)) {
            server.vitals().requireAliveNow();
            if (deadline.isOver()) {
                throw new ScupperException("%s (%s) was not ready within %s: nothing listens on its port %d.%s"
                        .formatted(
                                server.vitals().name(),
                                plan.image().resolved(),
                                deadline,
                                plan.companion().port(),
                                server.vitals().lastLines()));
            }
            deadline.pause(server.vitals().name());
        }
    }

    private Wire connect(LiveContainer proxy, Teardown teardown) {
        WireProvider provider = plan.proxy().orElseThrow().provider();
        InetSocketAddress control = proxy.address(WireProvider.CONTROL_PORT);
        try {
            Wire connected = provider.connect(control);
            teardown.add(connected::close);
            return connected;
        } catch (ScupperException e) {
            // What has become of the container says more than that nobody answers.
            proxy.vitals().requireAliveNow();
            throw e;
        }
    }
}
