package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pauses of a real Redis, and who feels them. */
class PausedRedisTests {

    private RedisBehindProxy stage;
    private RedisConnection subject;

    @BeforeEach
    void start() {
        stage = new RedisBehindProxy();
        subject = new RedisConnection(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), stage.wire.port()), "subject");
        subject.ping();
    }

    @AfterEach
    void close() {
        subject.close();
        stage.close();
    }

    @Test
    void pauseIsFeltByWhoeverAsksMeanwhile() throws Exception {
        try (var fault = prepare(Map.of("pause", "600ms"))) {
            fault.arm();
            fault.operate();
            long asked = System.nanoTime();
            subject.ping();

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(300));
            await().until(() -> fault.report().fired() == 1);
            assertThat(fault.report().note())
                    .isEqualTo("1 pauses of 600 ms; in 1 of them the subject sent commands to Redis");
        }
    }

    @Test
    void pauseThatNobodyFeelsHasNotFired() throws Exception {
        try (var fault = prepare(Map.of("pause", "1ms", "every", "2"))) {
            fault.arm();
            fault.operate();
            fault.operate();
            stage.redis.connect().ping();

            assertThat(fault.report().matched()).isEqualTo(2);
            assertThat(fault.report().fired()).isZero();
            assertThat(fault.report().note()).startsWith("1 pauses of 1 ms; ");
        }
    }

    @Test
    void pauseOfWritingCommandsIsOverAtLift() throws Exception {
        try (var fault = prepare(Map.of("pause", "3s", "commands", "write"))) {
            fault.arm();
            fault.operate();
            subject.ping();
            assertThat(subject.ask("GET", "k")).isNull();
            long lifted = System.nanoTime();
            fault.lift();

            assertThat(subject.ask("SET", "k", "v")).isEqualTo("OK");
            assertThat(Duration.ofNanos(System.nanoTime() - lifted)).isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void liftOfAFaultThatHasNotPausedLeavesThePauseOfAnotherAlone() throws Exception {
        try (var pausing = prepare(Map.of("pause", "2s", "commands", "write"));
                var idle = prepare(Map.of("after", "1"))) {
            pausing.arm();
            idle.arm();
            pausing.operate();
            long paused = System.nanoTime();
            idle.operate();
            idle.lift();

            assertThat(subject.ask("SET", "k", "v")).isEqualTo("OK");
            assertThat(Duration.ofNanos(System.nanoTime() - paused)).isGreaterThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void unarmedItPausesNothing() throws Exception {
        try (var fault = prepare(Map.of("pause", "3s"))) {
            fault.operate();
            fault.arm();
            fault.lift();
            fault.operate();

            assertThat(fault.report().matched()).isZero();
            subject.ping();
        }
    }

    private PreparedFault prepare(Map<String, String> given) {
        var type = new PausedRedisType();
        return type.create(Parameters.of(type, given)).prepare(stage.subject());
    }
}
