package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scupper.ext.redis.RedisServer;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Wire;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeft.class)
class CompanionsContainerIT {

    private static final Wire.Disturbance STALL = Wire.Disturbance.stall(Wire.Direction.TO_SUBJECT);

    @Test
    void subjectReachesRedisThroughTheWire() {
        RedisServer redis = RedisServer.create();
        try (RunningSubject subject = Greeting.ofMainClass().companion(redis).start()) {
            Wire wire = redis.wire().orElseThrow();

            assertThat(subject.companions()).containsExactly(redis);
            assertThat(Greeting.get(subject, "/setting?REDIS_URL")).isEqualTo("redis://redis-wire:6000");
            assertThat(Greeting.get(subject, "/redis")).isEqualTo("+PONG");
            assertThat(wire.traffic().toSubject()).isGreaterThanOrEqualTo(7);

            wire.disturb(STALL);
            var asking = CompletableFuture.supplyAsync(() -> Greeting.get(subject, "/redis"));
            // It is still open then, and called by the companion's name.
            await().until(() -> read(subject).containsKey(Resource.count("sockets", "ESTABLISHED to redis")));
            assertThat(asking.join()).contains("SocketTimeoutException");
            wire.clear();
            assertThat(Greeting.get(subject, "/redis")).isEqualTo("+PONG");
        }
    }

    @Test
    void testReachesRedisPastTheWire() {
        RedisServer redis = RedisServer.create();
        try (RunningSubject subject = Greeting.ofMainClass().companion(redis).start()) {
            redis.wire().orElseThrow().disturb(STALL);

            try (var connection = redis.connect()) {
                assertThat(connection.ask("PING")).isEqualTo("PONG");
            }
            assertThat(subject.companions()).hasSize(1);
        }
    }

    @Test
    void companionsAreGoneWhenTheSubjectDoesNotStart() {
        RedisServer redis = RedisServer.create();
        Greeting dying = Greeting.ofMainClass().companion(redis).setting("GREETER_DIES", "yes");

        assertThatThrownBy(dying::start).hasMessageContaining("has ended with exit code 3");
        assertThat(redis.wire()).isEmpty();
    }

    @Test
    void companionThatDiesIsNotWaitedFor() {
        RedisServer redis = RedisServer.create().arguments("--no-such-flag yes");

        assertThatThrownBy(() -> Greeting.ofMainClass().companion(redis).start())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("redis has ended with exit code 1")
                .hasMessageContaining("no-such-flag");
    }

    @Test
    void companionsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Greeting.ofMainClass()
                        .companion(RedisServer.create(), RedisServer.create())
                        .start())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("Two companions are named 'redis'");
    }

    @Test
    void missingImageOfACompanionIsNamed() {
        RedisServer redis = RedisServer.create().image("scupper-no-such-redis:7");

        assertThatThrownBy(() -> Greeting.ofMainClass().companion(redis).start())
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("Image 'scupper-no-such-redis:7'");
    }

    private static Map<Resource, Long> read(RunningSubject subject) {
        return JvmProbes.all(subject.peers()).stream()
                .filter(probe -> probe.name().equals("sockets"))
                .findFirst()
                .orElseThrow()
                .read(subject.agent().peek());
    }
}
