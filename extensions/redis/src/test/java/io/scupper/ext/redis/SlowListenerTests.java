package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.Snapshot;
import io.scupper.spi.Fault;
import io.scupper.spi.Parameters;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The slow consumer in the listener: what is given to the agent, and what it says of it. */
class SlowListenerTests {

    private final RecordingAgent agent = new RecordingAgent();

    @Test
    void weavesADelayAtEachLibrarysPoint() {
        try (var fault = listener(Map.of("delay", "1.5s", "every", "10", "maxHeld", "7"))
                .prepare(RedisBehindProxy.subject(agent))) {
            assertThat(agent.weavings).singleElement().satisfies(weaving -> {
                assertThat(weaving.faultId()).isEqualTo("slow-redis-consumer");
                assertThat(weaving.joinPoints()).isEqualTo(ListenerPoints.ALL);
                assertThat(weaving.effect()).isEqualTo(Effect.delay(1500));
                assertThat(weaving.activation()).hasToString(new Activation(1, 10, 0, Long.MAX_VALUE, 0).toString());
                assertThat(weaving.maxHeld()).isEqualTo(7);
            });
            assertThat(fault.bringsTraffic()).isFalse();
        }
    }

    @Test
    void armsLiftsCompensatesAndUnweavesInThatOrder() {
        try (var fault = listener(Map.of()).prepare(RedisBehindProxy.subject(agent))) {
            fault.arm();
            fault.lift();
            fault.compensate();
        }

        assertThat(agent.calls)
                .containsExactly(
                        "weave slow-redis-consumer",
                        "arm slow-redis-consumer",
                        "lift slow-redis-consumer",
                        "compensate slow-redis-consumer",
                        "unweave slow-redis-consumer");
    }

    @Test
    void reportsWhatTheAgentCounted() {
        try (var fault = listener(Map.of()).prepare(RedisBehindProxy.subject(agent))) {
            agent.count = new Snapshot.FaultCount(20, 13, 1, 2, 1);

            var report = fault.report();

            assertThat(report.matched()).isEqualTo(20);
            assertThat(report.fired()).isEqualTo(13);
            assertThat(report.held()).isOne();
            assertThat(report.note())
                    .isEqualTo("delayed 13 of 20 messages by 200 ms, spared 2 because 'maxHeld' were held");
        }
    }

    @Test
    void saysWhenThereIsNoListener() {
        try (var fault = listener(Map.of()).prepare(RedisBehindProxy.subject(agent))) {
            assertThat(fault.report().note()).isEqualTo("no listener of Lettuce or Jedis is loaded in the subject");
        }
    }

    @Test
    void publishesAndWatchesWhereTheTestHasARedis() throws Exception {
        var given = Map.of("publish", "1MiB", "channel", "prices");
        try (var stage = new RedisBehindProxy();
                var subscriber = new Subscriber(stage.wire.port(), "prices", "prices");
                var fault = listener(given).prepare(stage.subject())) {
            fault.arm();
            fault.operate();

            await().until(() -> subscriber.received.get() == 1 << 20);
            assertThat(fault.report().note()).contains("; Redis held up to ");
        }
    }

    private static Fault listener(Map<String, String> more) {
        var given = new TreeMap<>(more);
        given.put("where", "LISTENER");
        var type = new SlowRedisConsumerType();
        return type.create(Parameters.of(type, given));
    }
}
