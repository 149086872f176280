package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Detailed;
import io.scupper.spi.Peer;
import io.scupper.spi.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Counts TCP sockets by state and peer: {@code ESTABLISHED to 10.0.0.7:5432} where the subject called, or
 * {@code ESTABLISHED to redis} where it called a companion, {@code ESTABLISHED from clients of :8080} where it was called,
 * {@code LISTEN on :8080}. Clients are not told apart,
 * because each connection of theirs has a port of its own. TIME_WAIT is left out: it is the kernel's, and never a leak.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SocketsProbe implements Probe, Detailed {

    /** From here Linux gives out ports to those who call: {@code ip_local_port_range}. */
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

    private final List<Peer> peers;

    /** Makes a probe that knows nobody by name. */
    public SocketsProbe() {
        this(List.of());
    }

    /** Makes a probe that calls these by their names. */
    public SocketsProbe(List<Peer> peers) {
        this.peers = List.copyOf(peers);
    }

    @Override
    public String name() {
        return "sockets";
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        Set<Integer> listening = snapshot.sockets().stream()
                .filter(SocketsProbe::isListening)
                .map(Snapshot.SocketState::localPort)
                .collect(Collectors.toSet());
        var counts = new TreeMap<Resource, Long>();
        for (Snapshot.SocketState socket : snapshot.sockets()) {
            if (!socket.state().equals("TIME_WAIT")) {
                counts.merge(Resource.count(name(), socket.state() + " " + peer(socket, listening)), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** The name is the same in each run; the address helps to find the connection in this one. */
    @Override
    public List<String> details(Resource resource) {
        return peers.stream()
                .filter(peer -> resource.name().endsWith(" to " + peer.name()))
                .map(peer -> "%s is reached at %s:%d"
                        .formatted(
                                peer.name(),
                                peer.hosts().stream()
                                        .min(Comparator.comparingInt(String::length)
                                                .thenComparing(Comparator.naturalOrder()))
                                        .orElse(""),
                                peer.port()))
                .toList();
    }

    private String peer(Snapshot.SocketState socket, Set<Integer> listening) {
        if (isListening(socket)) {
            return "on :" + socket.localPort();
        }
        if (listening.contains(socket.localPort()) || wasCalled(socket)) {
            return "from clients of :" + socket.localPort();
        }
        for (Peer peer : peers) {
            if (peer.isAt(socket.remote(), socket.remotePort())) {
                return "to " + peer.name();
            }
        }
        return "to " + host(socket.remote()) + ":" + socket.remotePort();
    }

    /** A server that has closed its port may still hold connections; then the ports themselves tell who called whom. */
    private static boolean wasCalled(Snapshot.SocketState socket) {
        return socket.localPort() < FIRST_EPHEMERAL_PORT && socket.remotePort() >= FIRST_EPHEMERAL_PORT;
    }

    private static boolean isListening(Snapshot.SocketState socket) {
        return socket.state().equals("LISTEN");
    }

    private static String host(String address) {
        boolean isIpv6 = address.indexOf(':') >= 0 && !address.startsWith("[");
        return isIpv6 ? "[" + address + "]" : address;
    }
}
