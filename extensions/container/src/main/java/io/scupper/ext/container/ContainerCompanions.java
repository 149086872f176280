package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.runtime.Teardown;
import io.scupper.spi.Companion;
import io.scupper.spi.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The companions of a subject, running as containers of one private network, with their proxies. */
final class ContainerCompanions implements AutoCloseable {

    private final Teardown teardown = new Teardown();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Peer> peers = new ArrayList<>();
    private final Optional<PrivateNetwork> network;

    private ContainerCompanions(Optional<PrivateNetwork> network) {
        this.network = network;
        network.ifPresent(created -> teardown.add(created::close));
    }

    /**
     * Starts them all, then waits for each. Without any, not even a network is created.
     *
     * @throws ScupperException if one does not start, or needs a proxy and there is none; nothing is left then
     */
    static ContainerCompanions start(Engine engine, List<Companion> companions) {
        if (companions.isEmpty()) {
            return new ContainerCompanions(Optional.empty());
        }
        requireDifferentNames(companions);
        List<CompanionPlan> plans = companions.stream()
                .map(companion -> CompanionPlan.of(engine, companion))
                .toList();
        PrivateNetwork network = PrivateNetwork.create(engine);
        var started = new ContainerCompanions(Optional.of(network));
        try {
            started.startAll(engine, plans, network);
            return started;
        } catch (RuntimeException | Error e) {
            started.teardown.closeBecauseOf(e);
            throw e;
        }
    }

    /** Returns what the subject must be told to reach them. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Returns where the subject reaches them. */
    List<Peer> peers() {
        return List.copyOf(peers);
    }

    /** Returns how the subject gets to reach them. */
    Optional<ContainerPlan.Membership> membership() {
        return network.map(created -> new ContainerPlan.Membership(created, "subject"));
    }

    /** Stops all, the last first; throws the first failure, with the later ones suppressed in it. */
    @Override
    public void close() {
        teardown.close();
    }

    private void startAll(Engine engine, List<CompanionPlan> plans, PrivateNetwork network) {
        var starting = new ArrayList<StartingCompanion>();
        for (CompanionPlan plan : plans) {
            starting.add(StartingCompanion.start(engine, plan, network, teardown));
        }
        for (StartingCompanion companion : starting) {
            settings.putAll(companion.await(teardown));
            peers.addAll(companion.peers(network));
        }
    }

    private static void requireDifferentNames(List<Companion> companions) {
        var names = new HashSet<String>();
        for (Companion companion : companions) {
            if (!names.add(companion.name())) {
                throw new ScupperException(
                        "Two companions are named '%s', which is their host name too: give one of them another name."
                                .formatted(companion.name()));
            }
        }
    }
}
