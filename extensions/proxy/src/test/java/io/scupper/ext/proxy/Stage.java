package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.control.Activation;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Disturbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Set;

/** A server, a proxy before it and one connection that has carried a byte to the subject: what disturbances are tried on. */
final class Stage implements AutoCloseable {

    static final long HOUR = 3_600_000;

    final Upstream upstream;
    final TcpProxy proxy;
    final Upstream.Pair pair;

    Stage() throws Exception {
        upstream = new Upstream();
        proxy = TcpProxy.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), upstream.address());
        pair = upstream.connect(proxy.port());
        pair.server().getOutputStream().write(1);
        assertThat(pair.subject().getInputStream().read()).isOne();
    }

    Disturbed disturb(String kind, Direction direction, Map<String, Long> amounts) {
        return proxy.disturb(Disturbance.of(kind, direction, amounts));
    }

    /** Disturbs what flows to the subject. */
    Disturbed disturb(String kind, Map<String, Long> amounts) {
        return disturb(kind, Direction.TO_SUBJECT, amounts);
    }

    Disturbed disturbSome(String kind, Map<String, Long> amounts, Activation activation) {
        return proxy.disturb(new Disturbance(kind, Set.of(Direction.values()), amounts, activation));
    }

    /** Connects to the proxy, whatever that does with it. */
    Socket knock() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends a byte each way on a connection that was made now. */
    void assertServesNewConnections() throws Exception {
        try (var later = upstream.connect(proxy.port())) {
            assertCarries(later);
        }
    }

    static void assertCarries(Upstream.Pair pair) throws IOException {
        pair.subject().getOutputStream().write(7);
        assertThat(pair.server().getInputStream().read()).isEqualTo(7);
        pair.server().getOutputStream().write(8);
        assertThat(pair.subject().getInputStream().read()).isEqualTo(8);
    }

    static void assertNothingArrives(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> socket.getInputStream().read());
        socket.setSoTimeout(20_000);
    }

    /** Asserts that it ends in a reset and in no end of the stream; whatever was on its way comes first. */
    static void assertReset(Socket socket) {
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> {
                    while (socket.getInputStream().read() >= 0) {
                        // Was on its way.
                    }
                })
                .withMessageContaining("reset");
    }

    static void assertEnds(Socket socket) throws IOException {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Override
    public void close() throws IOException {
        pair.close();
        proxy.close();
        upstream.close();
    }
}
