package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.model.Unit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

class RedisClientsProbeTests {

    private RedisBehindProxy stage = new RedisBehindProxy();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void countsNothingWhereNobodyIs() {
        assertThat(read()).isEqualTo(idle(Map.of("clients", 0L, "pubsub clients", 0L)));
    }

    @Test
    void countsIdleClientsByGroupAndReportsNoBytesForThem() {
        try (var first = jedis("orders-1");
                var second = jedis("orders-2");
                var nameless = jedis(null);
                var subscriber = new Subscriber(stage.wire.port(), "prices", "prices");
                var own = stage.redis.connect()) {
            first.ping();
            second.set("key", "x".repeat(100_000));
            nameless.ping();
            own.ping();

            assertThat(read())
                    .isEqualTo(idle(Map.of(
                            "clients", 4L, "pubsub clients", 1L, "clients 'orders-*'", 2L, "clients 'prices'", 1L)));
            assertThat(subscriber.received).hasValue(0);
        }
    }

    @Test
    void secondRedisHasResourcesOfItsOwn() {
        stage.close();
        stage = new RedisBehindProxy(RedisServer.create().name("cache"));

        assertThat(read())
                .containsKeys(
                        Resource.count("redis", "clients of cache"), new Resource("redis", "omem of cache", Unit.BYTES))
                .doesNotContainKey(Resource.count("redis", "clients"));
    }

    @Test
    void serverThatIsGoneIsAnErrorThatSaysSo() {
        read();
        stage.process.close();

        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith("Redis on localhost:" + stage.process.port() + " does not answer CLIENT: ")
                .withMessageEndingWith(". Has it ended?");
    }

    private Map<Resource, Long> read() {
        return stage.redis.probes().get(0).read(Snapshots.NONE);
    }

    private Jedis jedis(String name) {
        return new Jedis(
                "127.0.0.1",
                stage.wire.port(),
                DefaultJedisClientConfig.builder().clientName(name).build());
    }

    private static Map<Resource, Long> idle(Map<String, Long> clients) {
        var expected = new HashMap<Resource, Long>();
        clients.forEach((name, count) -> expected.put(Resource.count("redis", name), count));
        expected.put(Resource.count("redis", "oll"), 0L);
        for (String bytes : new String[] {"omem", "obl", "qbuf"}) {
            expected.put(new Resource("redis", bytes, Unit.BYTES), 0L);
        }
        return expected;
    }
}
