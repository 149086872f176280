package io.scupper.examples.benchmarks;

import io.scupper.fault.AbandonedTasks;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.Snapshot;
import io.scupper.runtime.RemoteAgent;
import io.scupper.spi.Companion;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Armed faults of several families that never match: the service passes the join points of the first few with each request, but
 * on other threads or from other callers; it has those of the next few and does not pass there; and it has no such library.
 */
final class NeverMatching {

    private static final String NOBODY = "nobody";

    private static final List<FaultSpec> FAULTS = List.of(
            Faults.of("unclosed-connection").with("thread", NOBODY),
            Faults.of("unclosed-statement").with("caller", NOBODY),
            Faults.of("unreleased-lock").with("thread", NOBODY),
            Faults.of("uncleared-context").with("thread", NOBODY),
            Faults.of("unclosed-file").with("caller", NOBODY),
            Faults.of("skipped-shutdown").with("caller", NOBODY),
            Faults.of("dns-stall").with("thread", NOBODY),
            Faults.abandonedTasks(AbandonedTasks.How.PARK).with("thread", NOBODY),
            Faults.unclosedResponses(),
            Faults.of("stuck-eviction"),
            Faults.of("slow-appender"));

    private NeverMatching() {}

    /** Arms them, until the agent has ended them with its connection. */
    static void arm(RemoteAgent agent) {
        for (FaultSpec spec : FAULTS) {
            PreparedFault fault = Faults.create(spec).prepare(new AgentAlone(agent));
            fault.arm();
        }
    }

    /**
     * Makes sure that they stood all the while, and none in the idle agent's service, and says so.
     *
     * @throws IllegalStateException if one is gone or has matched, or if none is woven at all
     */
    static String account(RemoteAgent armed, RemoteAgent idle) {
        var counts = armed.peek().sites();
        long sites =
                counts.values().stream().mapToLong(Snapshot.FaultCount::sites).sum();
        long matched =
                counts.values().stream().mapToLong(Snapshot.FaultCount::matched).sum();
        if (counts.size() != FAULTS.size()
                || matched > 0
                || sites == 0
                || !idle.peek().sites().isEmpty()) {
            throw new IllegalStateException("Of %d faults %d are armed, at %d join points, and matched %d times."
                    .formatted(FAULTS.size(), counts.size(), sites, matched));
        }
        return "%d faults armed at %d join points, none of which matched".formatted(counts.size(), sites);
    }

    /** A subject of which nothing is known but its agent. */
    private record AgentAlone(RemoteAgent agent) implements RunningSubject {

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return PriceService.class.getName();
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public List<Companion> companions() {
            return List.of();
        }

        @Override
        public void requireAlive() {}

        @Override
        public void close() {}
    }
}
