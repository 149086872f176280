package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Latency, slice, dribble and slow close: what comes later, in order and whole, on a connection that was open before. */
class DelayTests {

    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void latencyLetsAByteArriveNoEarlierThanItsDelay() throws Exception {
        long delay = 300;
        var latency = stage.disturb("latency", Map.of("delay", delay));
        long begun = System.nanoTime();

        stage.pair.server().getOutputStream().write(5);
        assertThat(stage.pair.subject().getInputStream().read()).isEqualTo(5);

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(delay));
        assertThat(latency.effects().fired()).isOne();
    }

    @Test
    void latencyKeepsTheThroughputFarAboveOneBufferADelay() throws Exception {
        long bytes = 4L << 20;
        long delay = 200;
        stage.disturb("latency", Map.of("delay", delay));
        long begun = System.nanoTime();

        var sum = send(bytes);
        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), bytes))
                .isEqualTo(sum.get(20, TimeUnit.SECONDS));

        long oneAfterTheOther = TimeUnit.MILLISECONDS.toNanos(bytes / (16 << 10) * delay);
        assertThat((System.nanoTime() - begun) / (double) oneAfterTheOther).isLessThan(0.5);
    }

    @Test
    void latencyIsLiftedAtOnceAndWhatIsUnderWayArrivesInOrder() throws Exception {
        long bytes = 600 << 10;
        var latency = stage.disturb("latency", Map.of("delay", Stage.HOUR));
        var sum = send(bytes);
        // More than a buffer is under way: it is read ahead.
        long sent = sum.get(20, TimeUnit.SECONDS);
        await().until(() -> latency.effects().fired() == 1);
        assertThat(stage.proxy.traffic().toSubject()).isOne();

        latency.lift();

        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), bytes))
                .isEqualTo(sent);
        Stage.assertCarries(stage.pair);
    }

    @Test
    void latencyHoldsTheSenderBackOnceItsLineIsFull() throws Exception {
        var latency = stage.disturb("latency", Map.of("delay", Stage.HOUR));
        long bytes = 16L << 20;
        var accepted = new AtomicLong();
        var out = Upstream.counting(stage.pair.server().getOutputStream(), accepted);
        var sum = new CompletableFuture<Long>();
        Upstream.daemon(() -> sum.complete(Upstream.send(out, bytes)));
        await().until(() -> accepted.get() > 0);
        Upstream.awaitStill(accepted);

        // The line, a buffer and what the system keeps in its own; far from all.
        assertThat(accepted.get()).isBetween((long) DelayLine.CAPACITY_BYTES, 4L << 20);

        latency.lift();
        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), bytes))
                .isEqualTo(sum.get(20, TimeUnit.SECONDS));
    }

    @Test
    void latencyOfOneDirectionLeavesTheOtherAlone() throws Exception {
        stage.disturb("latency", Direction.TO_SERVER, Map.of("delay", Stage.HOUR));

        stage.pair.server().getOutputStream().write(5);
        assertThat(stage.pair.subject().getInputStream().read()).isEqualTo(5);
        stage.pair.subject().getOutputStream().write(6);
        await().until(() -> stage.proxy.traffic().disturbed() == 1);
        assertThat(stage.proxy.traffic().toServer()).isZero();
    }

    @Test
    void latencyOfBothDirectionsDelaysBoth() throws Exception {
        var both = stage.proxy.disturb(new Disturbance(
                "latency",
                Set.of(Direction.values()),
                Map.of("delay", Stage.HOUR),
                io.scupper.control.Activation.ALWAYS));

        stage.pair.server().getOutputStream().write(5);
        stage.pair.subject().getOutputStream().write(6);

        await().until(() -> both.effects().fired() == 2);
        assertThat(stage.proxy.traffic().toServer() + stage.proxy.traffic().toSubject())
                .isOne();
    }

    @Test
    void latencyDelaysTheEndOfTheStreamToo() throws Exception {
        var latency = stage.disturb("latency", Map.of("delay", Stage.HOUR));
        stage.pair.server().shutdownOutput();
        await().until(() -> latency.effects().fired() == 1);
        Stage.assertNothingArrives(stage.pair.subject());

        latency.lift();

        Stage.assertEnds(stage.pair.subject());
    }

    @Test
    void jitterVariesTheDelayEvenlyAndASeedReplaysIt() {
        var first = waits(new Draws(5, 3, 0)).toArray();

        // 100 ms more or less, in nanoseconds; what it took to ask comes off.
        assertThat(LongStream.of(first).max().orElseThrow()).isBetween(290_000_000L, 300_000_000L);
        assertThat(LongStream.of(first).min().orElseThrow()).isLessThan(210_000_000L);
        assertThat(LongStream.of(first).average().orElseThrow()).isBetween(190_000_000.0, 210_000_000.0);
        assertThat(draws(5, 3)).isEqualTo(draws(5, 3)).isNotEqualTo(draws(6, 3)).isNotEqualTo(draws(5, 4));
    }

    @Test
    void jitterKeepsTheOrder() throws Exception {
        stage.disturb("latency", Map.of("delay", 20L, "jitter", 20L));
        Upstream.daemon(() -> {
            for (int i = 0; i < 100; i++) {
                stage.pair.server().getOutputStream().write(i);
            }
        });

        for (int i = 0; i < 100; i++) {
            assertThat(stage.pair.subject().getInputStream().read()).isEqualTo(i);
        }
    }

    @Test
    void sliceLetsOnePiecePassAndThenPauses() throws Exception {
        var slice = stage.disturb("slice", Map.of("size", 10L, "delay", Stage.HOUR));
        var sum = send(1000);
        await().until(() -> stage.proxy.traffic().toSubject() == 11);
        await().until(() -> slice.effects().fired() == 1);
        assertThat(stage.proxy.traffic().toSubject()).isEqualTo(11);

        slice.lift();

        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), 1000))
                .isEqualTo(sum.get());
    }

    @Test
    void sliceLosesNothing() throws Exception {
        stage.disturb("slice", Map.of("size", 64L, "delay", 1L));
        var sum = send(6400);

        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), 6400))
                .isEqualTo(sum.get());
    }

    @Test
    void dribbleLetsSoManyBytesPassInAnInterval() throws Exception {
        var dribble = stage.disturb("dribble", Map.of("bytes", 3L, "interval", Stage.HOUR));
        var sum = send(100);
        await().until(() -> dribble.effects().fired() == 1);
        assertThat(stage.proxy.traffic().toSubject()).isEqualTo(4);

        dribble.lift();

        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), 100)).isEqualTo(sum.get());
    }

    @Test
    void dribbleGoesOnWithEachInterval() throws Exception {
        stage.disturb("dribble", Map.of("bytes", 2L, "interval", 20L));
        long begun = System.nanoTime();
        var sum = send(20);

        assertThat(Upstream.receive(stage.pair.subject().getInputStream(), 20)).isEqualTo(sum.get());
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(9 * 20));
    }

    @Test
    void slowCloseLetsBytesPassAndTheEndWait() throws Exception {
        var slow = stage.disturb("slow-close", Map.of("delay", Stage.HOUR));
        stage.pair.server().getOutputStream().write(4);
        stage.pair.server().shutdownOutput();
        assertThat(stage.pair.subject().getInputStream().read()).isEqualTo(4);
        await().until(() -> slow.effects().fired() == 1);
        Stage.assertNothingArrives(stage.pair.subject());

        slow.lift();

        Stage.assertEnds(stage.pair.subject());
    }

    @Test
    void slowCloseIsNotForEver() throws Exception {
        stage.disturb("slow-close", Map.of("delay", 200L));
        long begun = System.nanoTime();

        stage.pair.server().shutdownOutput();

        Stage.assertEnds(stage.pair.subject());
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private CompletableFuture<Long> send(long bytes) throws IOException {
        var out = stage.pair.server().getOutputStream();
        var sum = new CompletableFuture<Long>();
        Upstream.daemon(() -> sum.complete(Upstream.send(out, bytes)));
        return sum;
    }

    private static LongStream waits(Draws draws) {
        Disturbance latency = Disturbance.of("latency", Direction.TO_SUBJECT, Map.of("delay", 200L, "jitter", 100L));
        Grip grip = new WireLatency().disturber(latency).grip(Direction.TO_SUBJECT, draws);
        return LongStream.range(0, 2000)
                .map(i -> grip.next(1, System.nanoTime()).amount());
    }

    private static double[] draws(long seed, long connection) {
        var draws = new Draws(seed, connection, 0);
        return java.util.stream.DoubleStream.generate(draws::next).limit(20).toArray();
    }
}
