package io.scupper.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot.SocketState;
import io.scupper.spi.Peer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketsProbeTests {

    private final SocketsProbe probe = new SocketsProbe();

    @Test
    void connectionsToAServerAreCountedByItsAddress() {
        var snapshot = Snapshots.sockets(
                new SocketState("ESTABLISHED", "10.0.0.2", 40_001, "10.0.0.7", 6379),
                new SocketState("ESTABLISHED", "10.0.0.2", 40_002, "10.0.0.7", 6379),
                new SocketState("CLOSE_WAIT", "10.0.0.2", 40_003, "10.0.0.8", 8080));

        assertThat(Snapshots.read(probe, snapshot))
                .isEqualTo(
                        Map.of("sockets:ESTABLISHED to 10.0.0.7:6379", 2L, "sockets:CLOSE_WAIT to 10.0.0.8:8080", 1L));
    }

    @Test
    void connectionsFromClientsAreCountedByTheOwnPort() {
        var snapshot = Snapshots.sockets(
                new SocketState("LISTEN", "0.0.0.0", 41_234, "0.0.0.0", 0),
                new SocketState("ESTABLISHED", "127.0.0.1", 41_234, "127.0.0.1", 50_001),
                new SocketState("ESTABLISHED", "127.0.0.1", 41_234, "127.0.0.1", 50_002),
                new SocketState("CLOSE_WAIT", "127.0.0.1", 41_234, "127.0.0.1", 50_003));

        assertThat(Snapshots.read(probe, snapshot))
                .isEqualTo(Map.of(
                        "sockets:LISTEN on :41234", 1L,
                        "sockets:ESTABLISHED from clients of :41234", 2L,
                        "sockets:CLOSE_WAIT from clients of :41234", 1L));
    }

    @Test
    void connectionsThatOutliveTheListenerAreStillTheClients() {
        var snapshot = Snapshots.sockets(
                new SocketState("ESTABLISHED", "10.0.0.2", 8080, "10.0.0.9", 50_001),
                new SocketState("ESTABLISHED", "10.0.0.2", 8080, "10.0.0.9", 50_002));

        assertThat(Snapshots.read(probe, snapshot)).isEqualTo(Map.of("sockets:ESTABLISHED from clients of :8080", 2L));
    }

    @Test
    void companionsAreCalledByTheirNamesWhereverTheyAre() {
        var named = new SocketsProbe(List.of(
                new Peer("redis", Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"), 40_495),
                new Peer("prices", Set.of("127.0.0.1"), 40_496)));
        var snapshot = Snapshots.sockets(
                new SocketState("ESTABLISHED", "127.0.0.1", 50_001, "127.0.0.1", 40_495),
                new SocketState("ESTABLISHED", "0:0:0:0:0:0:0:1", 50_002, "0:0:0:0:0:0:0:1", 40_495),
                new SocketState("CLOSE_WAIT", "127.0.0.1", 50_003, "127.0.0.1", 40_496),
                new SocketState("ESTABLISHED", "10.0.0.2", 50_004, "10.0.0.7", 40_495));

        assertThat(Snapshots.read(named, snapshot))
                .isEqualTo(Map.of(
                        "sockets:ESTABLISHED to redis", 2L,
                        "sockets:CLOSE_WAIT to prices", 1L,
                        "sockets:ESTABLISHED to 10.0.0.7:40495", 1L));
        assertThat(named.details(Resource.count("sockets", "ESTABLISHED to redis")))
                .containsExactly("redis is reached at 127.0.0.1:40495");
        assertThat(named.details(Resource.count("sockets", "ESTABLISHED to 10.0.0.7:40495")))
                .isEmpty();
    }

    @Test
    void timeWaitIsLeftOut() {
        var snapshot = Snapshots.sockets(new SocketState("TIME_WAIT", "10.0.0.2", 40_001, "10.0.0.7", 6379));

        assertThat(Snapshots.read(probe, snapshot)).isEmpty();
    }

    @Test
    void ipv6AddressesStandInBrackets() {
        var snapshot = Snapshots.sockets(new SocketState("ESTABLISHED", "::1", 40_001, "::1", 6379));

        assertThat(Snapshots.read(probe, snapshot)).containsOnlyKeys("sockets:ESTABLISHED to [::1]:6379");
    }
}
