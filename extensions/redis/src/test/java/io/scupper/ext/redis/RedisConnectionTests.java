package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.ScupperException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisConnectionTests {

    private static RedisBehindProxy stage;
    private static RedisConnection redis;

    @BeforeAll
    static void start() {
        stage = new RedisBehindProxy();
        redis = stage.redis.connect();
    }

    @AfterAll
    static void close() {
        redis.close();
        stage.close();
    }

    @Test
    void asksForTextsNumbersAndNothing() {
        redis.ping();
        assertThat(redis.ask("SET", "größe", "zwölf")).isEqualTo("OK");
        assertThat(redis.ask("GET", "größe")).isEqualTo("zwölf");
        assertThat(redis.ask("INCR", "count")).isEqualTo("1");
        assertThat(redis.ask("GET", "nothing")).isNull();
        assertThat(redis.ask("SET", "empty", "")).isEqualTo("OK");
        assertThat(redis.ask("GET", "empty")).isEmpty();
        assertThat(redis.publish("nobody", new byte[10])).isZero();
        assertThat(redis.info("memory")).containsKey("used_memory");
    }

    @Test
    void refusalSaysWhyAndHarmsNothing() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> redis.ask("NONSENSE"))
                .withMessageStartingWith(
                        "Redis on localhost:%d refused NONSENSE: ERR unknown command", stage.process.port());
        redis.ping();
    }

    @Test
    void answerOfManyPartsIsRefusedAndTheNextQuestionConnectsAnew() {
        redis.ask("RPUSH", "list", "a", "b");
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> redis.ask("LRANGE", "list", "0", "-1"))
                .withMessageContaining("an answer begins with '*2', which is no text and no number");
        redis.ping();
    }

    @Test
    void connectionThatWasKilledFailsOnceAndConnectsAnew() {
        try (var killer = stage.redis.connect()) {
            redis.ping();
            killer.ask("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        }

        assertThatExceptionOfType(ScupperException.class).isThrownBy(redis::ping);
        redis.ping();
    }
}
