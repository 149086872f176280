package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unread answers and half-sent commands against a real Redis: what it holds for them, armed and lifted. */
class HeldClientsTests {

    private static final long MEBI = 1 << 20;

    @Test
    void answersThatNobodyReadsAreHeldByRedisUntilLift() throws Exception {
        try (var stage = new RedisBehindProxy();
                var redis = stage.redis.connect();
                var fault = prepare(stage, new UnreadPipelineType(), Map.of("commands", "100", "connections", "2"))) {
            fault.arm();
            fault.operate();

            assertThat(used(redis)).isGreaterThan(180 * MEBI);
            var report = fault.report();
            assertThat(report.matched()).isOne();
            assertThat(report.fired()).isOne();
            assertThat(report.held()).isEqualTo(2);
            assertThat(report.note())
                    .matches(
                            "Redis held up to 1[89]\\d\\.?\\d? MiB of answers that nobody reads \\(omem\\) for 2 connections");

            fault.lift();
            await().atMost(Duration.ofSeconds(5)).until(() -> used(redis) < 20 * MEBI);
            assertThat(redis.ask("DBSIZE")).isEqualTo("0");
            assertThat(fault.report().held()).isZero();
        }
    }

    @Test
    void halfACommandIsHeldByRedisUntilLift() throws Exception {
        try (var stage = new RedisBehindProxy();
                var redis = stage.redis.connect();
                var fault = prepare(stage, new HalfSentCommandType(), Map.of("bytes", "24MiB"))) {
            fault.arm();
            await().until(() -> fault.report().note().contains(" 24 MiB of half a command of 48 MiB (qbuf)"));
            fault.operate();

            assertThat(used(redis)).isGreaterThan(24 * MEBI);
            assertThat(fault.report().fired()).isOne();

            fault.lift();
            await().atMost(Duration.ofSeconds(5)).until(() -> used(redis) < 5 * MEBI);
        }
    }

    @Test
    void redisThatCutsThemOffIsToldOf() throws Exception {
        var limited = RedisServer.create().arguments("--client-output-buffer-limit normal 16mb 0 0");
        try (var stage = new RedisBehindProxy(limited);
                var fault = prepare(stage, new UnreadPipelineType(), Map.of("commands", "100"))) {
            fault.arm();
            await().until(() -> fault.report().note().contains("cut off"));

            assertThat(fault.report().note())
                    .endsWith("; Redis cut off 1 of its connections, for its limit of what it holds for one is lower");
            assertThat(fault.report().held()).isZero();
        }
    }

    @Test
    void commandsThatAreRefusedForWantOfMemoryAreEvidence() throws Exception {
        var limited = RedisServer.create().arguments("--maxmemory 32mb");
        try (var stage = new RedisBehindProxy(limited);
                var redis = stage.redis.connect();
                var fault = prepare(stage, new UnreadPipelineType(), Map.of())) {
            fault.arm();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> redis.ask("SET", "k", "v")))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("OOM");
            assertThat(fault.report().note()).endsWith("; Redis refused 1 commands for want of memory");

            fault.lift();
            await().until(() -> used(redis) < 20 * MEBI);
            assertThat(redis.ask("SET", "k", "v")).isEqualTo("OK");
        }
    }

    @Test
    void twoOfOneTypeDoNotSeeEachOther() throws Exception {
        try (var stage = new RedisBehindProxy();
                var redis = stage.redis.connect();
                var few = prepare(stage, new UnreadPipelineType(), Map.of("commands", "20"), "redis-unread-pipeline");
                var many = prepare(
                        stage,
                        new UnreadPipelineType(),
                        Map.of("commands", "10", "value", "4MiB", "connections", "3"),
                        "redis-unread-pipeline-2")) {
            few.arm();
            many.arm();
            few.operate();
            many.operate();

            assertThat(few.report().held()).isOne();
            assertThat(few.report().note()).startsWith("Redis held up to ").contains(" for 1 connection");
            assertThat(many.report().held()).isEqualTo(3);

            few.lift();
            assertThat(redis.ownClients("redis-unread-pipeline")).isEmpty();
            many.operate();
            assertThat(many.report().held()).isEqualTo(3);
            assertThat(many.report().fired()).isEqualTo(2);
            assertThat(many.report().note()).doesNotContain("cut off");
            assertThat(redis.ask("STRLEN", "scupper-redis-unread-pipeline-2")).isEqualTo(Long.toString(4 * MEBI));

            many.lift();
            assertThat(redis.ask("DBSIZE")).isEqualTo("0");
        }
    }

    @Test
    void nothingHappensToASubjectOfAnUnarmedFault() throws Exception {
        try (var stage = new RedisBehindProxy();
                var redis = stage.redis.connect();
                var fault = prepare(stage, new UnreadPipelineType(), Map.of())) {
            fault.operate();

            assertThat(fault.report().matched()).isZero();
            assertThat(redis.ownClients("redis-unread-pipeline")).isEmpty();
        }
    }

    private static PreparedFault prepare(RedisBehindProxy stage, FaultType type, Map<String, String> given) {
        return prepare(stage, type, given, type.id());
    }

    private static PreparedFault prepare(
            RedisBehindProxy stage, FaultType type, Map<String, String> given, String name) {
        return type.create(Parameters.of(type, given)).prepare(stage.subject(), name);
    }

    private static long used(RedisConnection redis) {
        return Long.parseLong(redis.info("memory").get("used_memory"));
    }
}
