package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.model.ScupperException;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes an undisturbed proxy: bytes, ends and resets, and nothing that stays behind. */
class TcpProxyTests {

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private Upstream upstream;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        upstream = new Upstream();
        proxy = TcpProxy.start(ANYWHERE, upstream.address());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        upstream.close();
    }

    @Test
    void carriesManyBytesBothWaysAtOnceAndExactly() throws Exception {
        long bytes = 64L << 20;
        try (var pair = upstream.connect(proxy.port())) {
            var toServer = sent(pair.subject(), bytes);
            var toSubject = sent(pair.server(), bytes);
            var atServer = received(pair.server(), bytes);
            long atSubject = Upstream.receive(pair.subject().getInputStream(), bytes);

            assertThat(atSubject).isEqualTo(toSubject.get(20, TimeUnit.SECONDS));
            assertThat(atServer.get(20, TimeUnit.SECONDS)).isEqualTo(toServer.get(20, TimeUnit.SECONDS));
        }

        var traffic = proxy.traffic();
        assertThat(traffic.toServer()).isEqualTo(bytes);
        assertThat(traffic.toSubject()).isEqualTo(bytes);
        assertThat(traffic.discarded()).isZero();
        assertThat(traffic.disturbed()).isZero();
        assertThat(traffic.connections()).isOne();
    }

    @Test
    void carriesEachByteAtOnce() throws Exception {
        try (var pair = upstream.connect(proxy.port())) {
            pair.subject().getOutputStream().write(1);
            assertThat(pair.server().getInputStream().read()).isOne();

            pair.server().getOutputStream().write(2);
            assertThat(pair.subject().getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void endOfOneDirectionLeavesTheOtherOpen() throws Exception {
        try (var pair = upstream.connect(proxy.port())) {
            pair.subject().shutdownOutput();
            assertThat(pair.server().getInputStream().read()).isEqualTo(-1);

            pair.server().getOutputStream().write(7);
            assertThat(pair.subject().getInputStream().read()).isEqualTo(7);
            assertThat(proxy.traffic().open()).isOne();

            pair.server().shutdownOutput();
            assertThat(pair.subject().getInputStream().read()).isEqualTo(-1);
            await().until(() -> proxy.traffic().open() == 0);
        }
    }

    @Test
    void resetByTheSubjectResetsTheServer() throws Exception {
        try (var pair = upstream.connect(proxy.port())) {
            Sockets.reset(pair.subject());

            assertReset(pair.server());
            await().until(() -> proxy.traffic().open() == 0);
        }
    }

    @Test
    void resetByTheServerResetsTheSubject() throws Exception {
        try (var pair = upstream.connect(proxy.port())) {
            Sockets.reset(pair.server());

            assertReset(pair.subject());
            await().until(() -> proxy.traffic().open() == 0);
        }
    }

    @Test
    void resetEndsAConnectionThatAStallHolds() throws Exception {
        try (var pair = upstream.connect(proxy.port())) {
            proxy.disturb(Disturbance.stall(Direction.TO_SUBJECT));
            pair.server().getOutputStream().write(1);
            await().until(() -> proxy.traffic().disturbed() == 1);

            Sockets.reset(pair.subject());

            await().until(() -> proxy.traffic().open() == 0);
            assertReset(pair.server());
        }
    }

    @Test
    void connectionToAServerThatIsNotThereIsReset() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (var lost = TcpProxy.start(ANYWHERE, new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody));
                var socket = new Socket(InetAddress.getLoopbackAddress(), lost.port())) {
            assertReset(socket);
            await().until(() -> lost.traffic().open() == 0);
            assertThat(lost.traffic().connections()).isOne();
        }
    }

    @Test
    void connectionToAHostThatHasNoAddressIsReset() throws Exception {
        var nowhere = InetSocketAddress.createUnresolved("no-such-host.invalid", 6379);
        try (var lost = TcpProxy.start(ANYWHERE, nowhere);
                var socket = new Socket(InetAddress.getLoopbackAddress(), lost.port())) {
            assertReset(socket);
        }
    }

    @Test
    void portThatIsTakenIsNamed() {
        var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> TcpProxy.start(taken, upstream.address()))
                .withMessageStartingWith("The proxy cannot listen on")
                .withMessageContaining(Integer.toString(proxy.port()));
    }

    @Test
    void bandwidthOfNothingIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> proxy.disturb(Disturbance.bandwidth(Direction.TO_SERVER, 0)))
                .withMessage(
                        "Parameter 'rate' of fault 'wire-bandwidth' is '0B'. Allowed is a size from 1B to 1024GiB.");
    }

    @Test
    void manyConnectionsLeaveNoThreadAndNoSocket() throws Exception {
        long socketsBefore = openSockets();
        for (int i = 0; i < 200; i++) {
            try (var pair = upstream.connect(proxy.port())) {
                pair.subject().getOutputStream().write(i);
                assertThat(pair.server().getInputStream().read()).isEqualTo(i);
            }
        }

        await().until(() -> proxy.traffic().open() == 0);
        await().until(() -> threads() == 1);
        await().until(() -> openSockets() <= socketsBefore);
        assertThat(proxy.traffic().connections()).isEqualTo(200);
    }

    @Test
    void closeEndsConnectionsInEveryStateWithinItsBound() throws Exception {
        var pairs = new ArrayList<Upstream.Pair>();
        for (int i = 0; i < 20; i++) {
            pairs.add(upstream.connect(proxy.port()));
        }
        proxy.disturb(Disturbance.stall(Direction.TO_SUBJECT));
        proxy.disturb(Disturbance.bandwidth(Direction.TO_SERVER, 1));
        for (var pair : pairs) {
            pair.server().getOutputStream().write(1);
            pair.subject().getOutputStream().write(new byte[10]);
        }
        await().until(() -> proxy.traffic().disturbed() >= 2 * pairs.size());

        proxy.close();

        await().until(() -> threads() == 0);
        assertThat(proxy.traffic().open()).isZero();
        for (var pair : pairs) {
            assertReset(pair.subject());
            pair.close();
        }
    }

    private static CompletableFuture<Long> sent(Socket socket, long bytes) {
        var result = new CompletableFuture<Long>();
        Upstream.daemon(() -> result.complete(Upstream.send(socket.getOutputStream(), bytes)));
        return result;
    }

    private static CompletableFuture<Long> received(Socket socket, long bytes) {
        var result = new CompletableFuture<Long>();
        Upstream.daemon(() -> result.complete(Upstream.receive(socket.getInputStream(), bytes)));
        return result;
    }

    private static void assertReset(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
            while (socket.getInputStream().read() >= 0) {
                // Whatever was on its way comes first.
            }
        });
    }

    private long threads() {
        String prefix = "scupper-proxy-" + proxy.port();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    /** Counts this JVM's open sockets; 0 where the system does not tell. */
    private static long openSockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        long sockets = 0;
        for (String name : descriptors.toFile().list()) {
            try {
                if (Files.readSymbolicLink(descriptors.resolve(name)).toString().startsWith("socket:")) {
                    sockets++;
                }
            } catch (IOException e) {
                // Closed while we looked.
            }
        }
        return sockets;
    }
}
