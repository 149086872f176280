package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stall, black hole and bandwidth are three things, each of them on connections that are open already. */
class DisturbanceTests {

    private static final Disturbance STALL = Disturbance.stall(Direction.TO_SUBJECT);
    private static final Disturbance BLACK_HOLE = Disturbance.blackHole(Direction.TO_SUBJECT);

    private Upstream upstream;
    private TcpProxy proxy;
    private Upstream.Pair pair;

    @BeforeEach
    void start() throws Exception {
        upstream = new Upstream();
        proxy = TcpProxy.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), upstream.address());
        pair = upstream.connect(proxy.port());
        pair.server().getOutputStream().write(1);
        assertThat(pair.subject().getInputStream().read()).isOne();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
        proxy.close();
        upstream.close();
    }

    @Test
    void stallHoldsTheSenderBackAndLosesNothing() throws Exception {
        long bytes = 32L << 20;
        var accepted = new AtomicLong();
        proxy.disturb(STALL);

        var sum = sendCounting(bytes, accepted);
        await().until(() -> accepted.get() > 0);
        Upstream.awaitStill(accepted);

        // Two socket buffers, doubled by the kernel, and one buffer of the proxy; far from all.
        assertThat(accepted.get()).isLessThan(2L << 20);
        assertThat(proxy.traffic().toSubject()).isOne();
        assertThat(proxy.traffic().disturbed()).isOne();
        assertNothingArrives();

        proxy.clear();

        assertThat(Upstream.receive(pair.subject().getInputStream(), bytes)).isEqualTo(sum.get(20, TimeUnit.SECONDS));
        assertThat(proxy.traffic().toSubject()).isEqualTo(bytes + 1);
        assertThat(proxy.traffic().discarded()).isZero();
    }

    @Test
    void stallInTheMidstOfATransferStopsItAndLosesNothing() throws Exception {
        long half = 16L << 20;
        var sum = sendCounting(2 * half, new AtomicLong());
        var in = pair.subject().getInputStream();
        // The other half is on its way and waits for a reader, so that the stall finds it in the midst.
        var first = new CRC32();
        Upstream.receive(new CheckedInputStream(in, first), half);

        proxy.disturb(STALL);
        var arrived = new AtomicLong();
        var received = new CompletableFuture<Long>();
        Upstream.daemon(() -> {
            Upstream.receive(new CheckedInputStream(counting(in, arrived), first), half);
            received.complete(first.getValue());
        });
        Upstream.awaitStill(arrived);
        assertThat(received).isNotDone();
        proxy.clear();

        assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(sum.get(20, TimeUnit.SECONDS));
    }

    @Test
    void stallOfOneDirectionLeavesTheOtherAlone() throws Exception {
        proxy.disturb(STALL);

        pair.subject().getOutputStream().write(5);
        assertThat(pair.server().getInputStream().read()).isEqualTo(5);
    }

    @Test
    void stallHoldsNewConnectionsToo() throws Exception {
        proxy.disturb(STALL);

        try (var later = upstream.connect(proxy.port())) {
            later.server().getOutputStream().write(9);
            await().until(() -> proxy.traffic().disturbed() == 1);
            assertThat(proxy.traffic().toSubject()).isOne();

            proxy.clear();
            assertThat(later.subject().getInputStream().read()).isEqualTo(9);
        }
    }

    @Test
    void stallHoldsTheEndOfTheStreamBackToo() throws Exception {
        proxy.disturb(STALL);
        pair.server().getOutputStream().write(3);
        pair.server().shutdownOutput();
        await().until(() -> proxy.traffic().disturbed() == 1);
        assertNothingArrives();

        proxy.clear();

        assertThat(pair.subject().getInputStream().read()).isEqualTo(3);
        assertThat(pair.subject().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void stallThatFindsNothingToHoldDisturbsNothing() {
        proxy.disturb(STALL);
        proxy.clear();

        assertThat(proxy.traffic().disturbed()).isZero();
    }

    @Test
    void blackHoleTakesAllAndTheSenderNeverNotices() throws Exception {
        long bytes = 8L << 20;
        proxy.disturb(BLACK_HOLE);

        Upstream.send(pair.server().getOutputStream(), bytes);
        await().until(() -> proxy.traffic().discarded() == bytes);
        assertThat(proxy.traffic().toSubject()).isOne();
        proxy.clear();
        pair.server().getOutputStream().write(4);

        assertThat(pair.subject().getInputStream().read()).isEqualTo(4);
        assertThat(proxy.traffic().discarded()).isEqualTo(bytes);
        assertThat(proxy.traffic().disturbed()).isPositive();
    }

    @Test
    void bandwidthIsKeptPerConnection() throws Exception {
        long rate = 2L << 20;
        proxy.disturb(Disturbance.bandwidth(Direction.TO_SUBJECT, rate));

        try (var other = upstream.connect(proxy.port())) {
            var second = new CompletableFuture<Double>();
            Upstream.daemon(() -> second.complete(throughput(other, rate)));
            double first = throughput(pair, rate);

            // A busy machine can only make it slower.
            assertThat(first / rate).isBetween(0.5, 1.1);
            assertThat(second.get(20, TimeUnit.SECONDS) / rate).isBetween(0.5, 1.1);
        }
        assertThat(proxy.traffic().disturbed()).isPositive();
    }

    @Test
    void bandwidthIsAThinLineAndNotAStutter() throws Exception {
        int rate = 256 * 1024;
        proxy.disturb(Disturbance.bandwidth(Direction.TO_SUBJECT, rate));
        Upstream.daemon(() -> Upstream.send(pair.server().getOutputStream(), rate));

        int arrivals = 0;
        var block = new byte[rate];
        for (int received = 0; received < rate; arrivals++) {
            received += pair.subject().getInputStream().read(block, 0, rate - received);
        }

        // More than 50 slices were sent; a busy machine may see some of them together.
        assertThat(arrivals).isGreaterThan(10);
    }

    @Test
    void aFewBytesAreNotDelayedByABandwidth() throws Exception {
        proxy.disturb(Disturbance.bandwidth(Direction.TO_SUBJECT, 1000));

        pair.server().getOutputStream().write(8);

        assertThat(pair.subject().getInputStream().read()).isEqualTo(8);
        assertThat(proxy.traffic().disturbed()).isZero();
    }

    @Test
    void disturbancesThatMeetEndEachByItself() throws Exception {
        var thin = proxy.disturb(Disturbance.bandwidth(Direction.TO_SUBJECT, 1));
        pair.server().getOutputStream().write(new byte[1000]);
        await().until(() -> thin.effects().fired() > 0);
        var stall = proxy.disturb(STALL);
        var hole = proxy.disturb(BLACK_HOLE);
        await().until(() -> stall.effects().held() == 1);
        thin.lift();
        long before = proxy.traffic().toSubject();
        assertThat(hole.effects().discarded()).isZero();

        stall.lift();

        await().until(() -> hole.effects().discarded() == 1001 - before);
        assertThat(stall.effects().held()).isZero();
    }

    @Test
    void stallFiresAgainOnlyWhenMoreWaitsBeforeIt() throws Exception {
        var stall = proxy.disturb(STALL);
        pair.server().getOutputStream().write(1);
        await().until(() -> stall.effects().held() == 1);
        long once = stall.effects().fired();
        assertThat(once).isOne();

        assertThat(stall.effects().fired()).isEqualTo(once);
        pair.server().getOutputStream().write(2);
        await().until(() -> stall.effects().fired() == once + 1);
        assertThat(stall.effects().fired()).isEqualTo(once + 1);
    }

    private CompletableFuture<Long> sendCounting(long bytes, AtomicLong accepted) throws IOException {
        var out = pair.server().getOutputStream();
        var sum = new CompletableFuture<Long>();
        Upstream.daemon(() -> sum.complete(Upstream.send(Upstream.counting(out, accepted), bytes)));
        return sum;
    }

    private static InputStream counting(InputStream in, AtomicLong arrived) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] block, int from, int length) throws IOException {
                int read = super.read(block, from, length);
                arrived.addAndGet(read);
                return read;
            }
        };
    }

    private void assertNothingArrives() throws IOException {
        pair.subject().setSoTimeout(100);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> pair.subject().getInputStream().read());
        pair.subject().setSoTimeout(20_000);
    }

    /** Sends one second's worth and returns what arrived a second. */
    private static double throughput(Upstream.Pair pair, long rate) throws Exception {
        long bytes = rate;
        Upstream.daemon(() -> Upstream.send(pair.server().getOutputStream(), bytes));
        long start = System.nanoTime();
        Upstream.receive(pair.subject().getInputStream(), bytes);
        return bytes * 1e9 / (System.nanoTime() - start);
    }
}
