package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.spi.Wire.Direction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reset, limit, half-open, accept-then-silence and refuse: connections that end, or never begin, or do neither. */
class EndTests {

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
    void resetReachesBothEndsOfEveryOpenConnectionAtOnce() throws Exception {
        var pairs = new ArrayList<>(List.of(stage.pair));
        for (int i = 0; i < 9; i++) {
            pairs.add(stage.upstream.connect(stage.proxy.port()));
        }

        var reset = stage.disturb("reset", Map.of());

        for (var pair : pairs) {
            Stage.assertReset(pair.subject());
            Stage.assertReset(pair.server());
            pair.close();
        }
        assertThat(reset.effects().fired()).isEqualTo(10);
        assertThat(reset.effects().connections()).isEqualTo(10);
        await().until(() -> stage.proxy.traffic().open() == 0);
    }

    @Test
    void resetMeetsNewConnectionsUntilItIsLifted() throws Exception {
        var reset = stage.disturb("reset", Map.of());
        try (var socket = stage.knock()) {
            Stage.assertReset(socket);
        } catch (SocketException e) {
            // Reset so early that connecting itself did not come to its end.
        }
        await().until(() -> reset.effects().fired() == 2);

        reset.lift();

        Stage.assertReset(stage.pair.subject());
        stage.assertServesNewConnections();
    }

    @Test
    void resetInMidStreamComesUponTheByteThatItWasToldTo() throws Exception {
        long bytes = 100 << 10;
        stage.disturb("reset", Map.of("bytes", bytes));
        var sender = new CompletableFuture<Exception>();
        Upstream.daemon(() -> {
            try {
                Upstream.send(stage.pair.server().getOutputStream(), 1 << 20);
            } catch (SocketException e) {
                sender.complete(e);
            }
        });

        Stage.assertReset(stage.pair.subject());

        assertThat(sender).succeedsWithin(Duration.ofSeconds(20));
        assertThat(stage.proxy.traffic().toSubject()).isEqualTo(1 + bytes);
    }

    @Test
    void resetInMidStreamCountsOneDirectionOnly() throws Exception {
        var reset = stage.disturb("reset", Direction.TO_SERVER, Map.of("bytes", 2L));
        stage.pair.server().getOutputStream().write(new byte[] {1, 2, 3, 4});
        assertThat(stage.pair.subject().getInputStream().readNBytes(4)).hasSize(4);
        assertThat(reset.effects().fired()).isZero();

        stage.pair.subject().getOutputStream().write(new byte[] {1, 2});

        Stage.assertReset(stage.pair.subject());
        assertThat(reset.effects().fired()).isOne();
    }

    @Test
    void limitLetsExactlySoManyBytesArriveAndThenTheEnd() throws Exception {
        long bytes = 100_000;
        var limit = stage.disturb("limit", Map.of("bytes", bytes));
        Upstream.daemon(() -> Upstream.send(stage.pair.server().getOutputStream(), 1 << 20));

        assertThat(stage.pair.subject().getInputStream().readAllBytes()).hasSize((int) bytes);
        assertThat(limit.effects().fired()).isOne();
        await().until(() -> stage.proxy.traffic().open() == 0);
    }

    @Test
    void limitCountsNewConnectionsFromTheirFirstByteAndIsLifted() throws Exception {
        var limit = stage.disturb("limit", Map.of("bytes", 3L));
        try (var later = stage.upstream.connect(stage.proxy.port())) {
            later.server().getOutputStream().write(new byte[2]);
            assertThat(later.subject().getInputStream().readNBytes(2)).hasSize(2);

            limit.lift();

            Stage.assertCarries(later);
        }
    }

    @Test
    void halfOpenResetsTheServerAndTellsTheSubjectNothing() throws Exception {
        var half = stage.disturb("half-open", Map.of());

        Stage.assertReset(stage.pair.server());
        stage.pair.subject().getOutputStream().write(new byte[100]);
        await().until(() -> half.effects().discarded() == 100);
        Stage.assertNothingArrives(stage.pair.subject());
        assertThat(half.effects().held()).isOne();

        half.lift();

        Stage.assertNothingArrives(stage.pair.subject());
        stage.assertServesNewConnections();
        half.release();
        Stage.assertReset(stage.pair.subject());
        assertThat(half.effects().held()).isZero();
    }

    @Test
    void halfOpenTheOtherWayResetsTheSubjectAndTellsTheServerNothing() throws Exception {
        var half = stage.disturb("half-open", Direction.TO_SERVER, Map.of());

        Stage.assertReset(stage.pair.subject());
        stage.pair.server().getOutputStream().write(new byte[100]);
        await().until(() -> half.effects().discarded() == 100);
        Stage.assertNothingArrives(stage.pair.server());
    }

    @Test
    void halfOpenConnectionIsOverWhenItsLastEndCloses() throws Exception {
        var half = stage.disturb("half-open", Map.of());

        stage.pair.subject().close();

        await().until(() -> stage.proxy.traffic().open() == 0);
        assertThat(half.effects().held()).isZero();
    }

    @Test
    void halfOpenEndsAStallOnTheSameConnectionAndLosesWhatThatHeld() throws Exception {
        var stall = stage.disturb("stall", Map.of());
        stage.pair.server().getOutputStream().write(new byte[10]);
        await().until(() -> stall.effects().held() == 1);

        stage.disturb("half-open", Map.of());

        await().until(() -> stall.effects().held() == 0);
        stall.lift();
        Stage.assertNothingArrives(stage.pair.subject());
    }

    @Test
    void halfOpenKeepsNoMoreThanItMay() throws Exception {
        try (var second = stage.upstream.connect(stage.proxy.port())) {
            var half = stage.disturb("half-open", Map.of("maxHeld", 1L));

            assertThat(half.effects().held()).isOne();
            Stage.assertReset(stage.pair.server());
            Stage.assertCarries(second);
        }
    }

    @Test
    void silenceAcceptsNewConnectionsAndAnswersNothing() throws Exception {
        var silence = stage.disturb("accept-then-silence", Map.of());
        Stage.assertCarries(stage.pair);
        try (var socket = stage.knock()) {
            socket.getOutputStream().write(new byte[50]);
            await().until(() -> silence.effects().discarded() == 50);
            Stage.assertNothingArrives(socket);

            silence.lift();

            Stage.assertNothingArrives(socket);
            stage.assertServesNewConnections();
            assertThat(silence.effects().held()).isOne();
            silence.release();
            Stage.assertReset(socket);
        }
        assertThat(stage.proxy.traffic().toServer()).isEqualTo(2);
    }

    @Test
    void refusedConnectionsAreRefusedAndOpenOnesStay() throws Exception {
        int port = stage.proxy.port();
        var refuse = stage.disturb("refuse", Map.of());

        assertThatExceptionOfType(ConnectException.class).isThrownBy(stage::knock);
        Stage.assertCarries(stage.pair);
        long fired = refuse.effects().fired();
        assertThat(fired).isPositive();

        refuse.lift();

        assertThat(stage.proxy.port()).isEqualTo(port);
        stage.assertServesNewConnections();
        assertThat(refuse.effects().fired()).isEqualTo(fired);
    }

    @Test
    void portOpensOnlyWhenNobodyRefusesAnyMore() throws Exception {
        var one = stage.disturb("refuse", Map.of());
        var other = stage.disturb("refuse", Map.of());
        one.lift();
        one.lift();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(stage::knock);

        other.lift();

        stage.assertServesNewConnections();
    }

    @Test
    void clearEndsAllOfThem() throws Exception {
        stage.disturb("refuse", Map.of());
        stage.disturb("half-open", Map.of());
        stage.disturb("latency", Map.of("delay", Stage.HOUR));

        stage.proxy.clear();

        Stage.assertReset(stage.pair.subject());
        stage.assertServesNewConnections();
    }

    @Test
    void proxyThatRefusesAndKeepsCanBeClosed() throws Exception {
        stage.disturb("half-open", Map.of());
        var refuse = stage.disturb("refuse", Map.of());

        stage.proxy.close();
        refuse.lift();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(stage::knock);
        assertThat(stage.proxy.traffic().open()).isZero();
    }
}
