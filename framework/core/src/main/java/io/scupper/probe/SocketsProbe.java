package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Counts TCP sockets by state and peer: {@code ESTABLISHED to redis:6379} where the subject called,
 * {@code ESTABLISHED from clients of :8080} where it was called, {@code LISTEN on :8080}. Clients are not told apart,
 * because each connection of theirs has a port of its own. TIME_WAIT is left out: it is the kernel's, and never a leak.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SocketsProbe implements Probe {

    /** From here Linux gives out ports to those who call: {@code ip_local_port_range}. */
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

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

    private static String peer(Snapshot.SocketState socket, Set<Integer> listening) {
        if (isListening(socket)) {
            return "on :" + socket.localPort();
        }
        if (listening.contains(socket.localPort()) || wasCalled(socket)) {
            return "from clients of :" + socket.localPort();
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
