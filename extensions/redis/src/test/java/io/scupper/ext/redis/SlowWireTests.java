package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.scupper.model.Resource;
import io.scupper.model.Unit;
import io.scupper.spi.Detailed;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The slow consumer on the wire, against a real Redis: what Redis holds for a subscriber, armed and lifted. */
class SlowWireTests {

    private static final String CHANNEL = "prices";
    private static final long PUBLISHED = 20L << 20;
    private static final Resource OMEM = new Resource("redis", "omem", Unit.BYTES);

    private RedisBehindProxy stage;
    private Subscriber subscriber;

    @BeforeEach
    void start() {
        stage = new RedisBehindProxy();
        subscriber = new Subscriber(stage.wire.port(), "prices-1", CHANNEL);
    }

    @AfterEach
    void close() {
        subscriber.close();
        stage.close();
    }

    @Test
    void stallMakesRedisHoldWhatItPublishesAndLosesNothing() throws Exception {
        try (var fault = prepare("STALL")) {
            fault.arm();
            fault.operate();

            assertThat(omem()).isGreaterThan(16L << 20);
            assertThat(details())
                    .hasSize(2)
                    .first(InstanceOfAssertFactories.STRING)
                    .matches("1 subscriber 'prices-\\*': omem 1[6-9]\\.?\\d? MiB, obl \\d.*, qbuf 0 B");
            assertThat(details().get(1))
                    .isEqualTo(
                            "limit of what may wait for one: 32 MiB hard, 8 MiB for 60 s (client-output-buffer-limit pubsub)");
            var report = fault.report();
            assertThat(report.matched()).isOne();
            assertThat(report.fired()).isOne();
            assertThat(report.held()).isOne();
            assertThat(report.note())
                    .matches("stalled 1 connection; Redis held up to 1[6-9]\\.?\\d? MiB \\(omem\\) for its clients");

            fault.lift();
            await().atMost(Duration.ofSeconds(5)).until(() -> omem() == 0);
            await().until(() -> subscriber.received.get() == PUBLISHED);
            assertThat(fault.report().note()).isEqualTo(report.note());
            assertThat(fault.report().held()).isZero();
        }
    }

    @Test
    void stallBeyondTheLimitLetsRedisCutTheSubscriberOffAndSaysSo() throws Exception {
        try (var fault = prepare("STALL")) {
            fault.arm();
            fault.operate();
            fault.operate();

            assertThat(fault.report().note())
                    .startsWith("stalled 1 connection; Redis held up to ")
                    .endsWith(
                            " (omem) for its clients and cut off 1 subscriber at the limit of 32 MiB hard, 8 MiB for 60 s (client-output-buffer-limit pubsub)");
        }
        // The client comes back by itself once the wire is free.
        await().until(() -> probe().get(Resource.count("redis", "pubsub clients")) == 1);
    }

    @Test
    void blackHoleMakesRedisHoldNothing() throws Exception {
        try (var fault = prepare("BLACK_HOLE")) {
            fault.arm();
            fault.operate();

            await().until(() -> stage.wire.traffic().discarded() > PUBLISHED);
            assertThat(omem()).isZero();
            assertThat(subscriber.received).hasValue(0);
            var report = fault.report();
            assertThat(report.fired()).isPositive();
            assertThat(report.note()).startsWith("discarded 20 MiB; Redis held up to ");
        }
    }

    @Test
    void thinLineMakesRedisHoldLessAndLess() throws Exception {
        try (var fault = prepare("BANDWIDTH", "rate", "4MiB")) {
            fault.arm();
            fault.operate();
            long held = omem();
            assertThat(held).isPositive();

            await().until(() -> omem() < held - (2L << 20));
            long passed = subscriber.received.get();
            assertThat(passed).isBetween(1L, PUBLISHED - 1);
            assertThat(fault.report().note()).contains("transfers to 4 MiB/s");

            fault.lift();
            await().until(() -> subscriber.received.get() == PUBLISHED);
        }
    }

    @Test
    void wireOnWhichNothingCameDidNotFire() {
        try (var fault = prepareWith(Map.of())) {
            fault.arm();

            var report = fault.report();
            assertThat(report.fired()).isZero();
            assertThat(report.note())
                    .startsWith("Redis sent nothing to the subject that could be held back; Redis held up to 0 B");
            assertThat(fault.bringsTraffic()).isFalse();
        }
    }

    @Test
    void stallFiresAgainInEachRoundThatGivesItMoreToHold() {
        try (var fault = prepareWith(Map.of());
                var redis = stage.redis.connect()) {
            fault.arm();
            redis.publish(CHANNEL, new byte[8 << 20]);
            await().until(() -> fault.report().fired() > 1);
            long first = fault.report().fired();
            assertThat(fault.report().fired()).isEqualTo(first);

            redis.publish(CHANNEL, new byte[8 << 20]);
            assertThat(fault.report().fired()).isEqualTo(first + 1);
        }
    }

    @Test
    void onlyTheOperationsThatTheActivationChoosesFire() throws Exception {
        try (var fault = prepare("STALL", "every", "3", "publish", "1KiB")) {
            fault.arm();
            for (int i = 0; i < 7; i++) {
                fault.operate();
            }
            await().until(() -> fault.report().fired() > 0);

            assertThat(fault.report().matched()).isEqualTo(7);
            assertThat(fault.report().fired()).isEqualTo(2);
        }
    }

    @Test
    void unarmedOperationPublishesOneSmallMessage() throws Exception {
        try (var fault = prepare("STALL")) {
            assertThat(fault.bringsTraffic()).isTrue();
            fault.operate();

            await().until(() -> subscriber.received.get() > 0);
            assertThat(subscriber.received).hasValue(64);
        }
    }

    @Test
    void channelThatNobodyReadsIsALoadThatMissed() {
        try (var fault = prepare("STALL", "channel", "nobody")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(fault::operate)
                    .withMessage("Nobody is subscribed to channel 'nobody', to which the fault publishes. Is that the"
                            + " subject's channel?");
        }
    }

    @Test
    void closeLiftsAndLeavesNoThreadAndNoClient() throws Exception {
        var fault = prepare("STALL");
        fault.arm();
        fault.operate();

        fault.close();

        await().until(() -> subscriber.received.get() == PUBLISHED);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("scupper-redis-watch")));
        try (var redis = stage.redis.connect()) {
            // The subscriber and the connection that asks.
            await().until(() -> redis.ask("CLIENT", "LIST").lines().count() == 2);
        }
    }

    private PreparedFault prepare(String how, String... more) {
        var given = new TreeMap<>(Map.of("how", how, "publish", PUBLISHED + "B", "message", "64KiB"));
        given.put("channel", CHANNEL);
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return prepareWith(given);
    }

    private PreparedFault prepareWith(Map<String, String> given) {
        var type = new SlowRedisConsumerType();
        return type.create(Parameters.of(type, given)).prepare(stage.subject());
    }

    private Map<Resource, Long> probe() {
        return stage.redis.probes().get(0).read(Snapshots.NONE);
    }

    private List<String> details() {
        return ((Detailed) stage.redis.probes().get(0)).details(OMEM);
    }

    private long omem() {
        return probe().get(OMEM);
    }
}
