package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of the faults of a Redis, and what is not allowed. */
class RedisFaultTypesTests {

    private static final List<FaultType> TYPES =
            List.of(new HalfSentCommandType(), new PausedRedisType(), new UnreadPipelineType());

    @Test
    void allAreFoundAsServices() {
        assertThat(ServiceLoader.load(FaultType.class))
                .extracting(FaultType::id)
                .contains("redis-half-sent-command", "redis-paused", "redis-unread-pipeline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            redis-unread-pipeline   | commands    | 0      | a whole number from 1 to 100000; so many a connection
            redis-unread-pipeline   | commands    | 100001 | a whole number from 1 to 100000; so many a connection
            redis-unread-pipeline   | value       | 17MiB  | a size from 1B to 16MiB, such as '1MiB'; so much an answer
            redis-unread-pipeline   | connections | 101    | a whole number from 1 to 100
            redis-unread-pipeline   | maxBytes    | 63MiB  | a size of all answers together or more
            redis-half-sent-command | bytes       | 257MiB | a size from 1B to 256MiB, such as '32MiB'; so much a connection
            redis-half-sent-command | maxBytes    | 31MiB  | a size of all bytes together or more
            redis-paused            | pause       | 4s     | a duration from 1ms to 3s, such as '500ms'
            redis-paused            | commands    | READ   | ALL or WRITE
            """)
    void wrongParameterIsNamedWithWhatIsAllowed(String id, String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of(name, given)))
                .withMessage(
                        "Parameter '%s' of fault '%s' is '%s'. Allowed is %s.".formatted(name, id, given, allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-unread-pipeline", "redis-half-sent-command"})
    void activationOfWhatStandsIsRefused(String id) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of("every", "2")))
                .withMessage(
                        "Fault '" + id + "' stands all the while it is armed: leave 'probability', 'every', 'after'"
                                + " and 'times' out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-unread-pipeline", "redis-half-sent-command", "redis-paused"})
    void subjectWithoutRedisIsToldHowToHaveOne(String id) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of()).prepare(RedisBehindProxy.subject(new RecordingAgent())))
                .withMessage("Fault '" + id + "' needs a Redis that the test starts, and orders.jar has none among its"
                        + " companions. Hold one in a static field, 'RedisServer redis = RedisServer.create()', and give"
                        + " it to the system under test as a companion.");
    }

    private static Fault create(String id, Map<String, String> given) {
        FaultType type =
                TYPES.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return type.create(Parameters.of(type, given));
    }
}
