package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultId;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import io.scupper.spi.Recovery;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowRedisConsumerTypeTests {

    private final SlowRedisConsumerType type = new SlowRedisConsumerType();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(FaultType.class)).hasAtLeastOneElementOfType(SlowRedisConsumerType.class);
    }

    @Test
    void annotationCarriesTheParametersWithTheirDefaults() {
        assertThat(SlowRedisConsumer.class.getAnnotation(FaultId.class).value()).isEqualTo(type.id());
        var attributes = new TreeMap<String, String>();
        Arrays.stream(SlowRedisConsumer.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .forEach(method -> attributes.put(method.getName(), written(method)));

        assertThat(attributes).isEqualTo(create(Map.of()).parameters());
        assertThat(create(attributes).parameters()).isEqualTo(attributes);
    }

    @Test
    void defaultIsAStallThatNothingIsGivenBackOf() {
        var fault = create(Map.of());

        assertThat(fault.id()).isEqualTo("slow-redis-consumer");
        assertThat(fault.recovery()).isEqualTo(Recovery.SELF);
        assertThat(fault.totalOperations()).isEmpty();
    }

    @Test
    void timesCountsTheOperationsThatPublishOnTheWire() {
        var publishing = Map.of("publish", "1MiB", "channel", "prices", "times", "40");
        assertThat(create(publishing).totalOperations()).hasValue(40);

        var listening = new TreeMap<>(publishing);
        listening.put("where", "LISTENER");
        assertThat(create(listening).totalOperations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        where   | DISK     | WIRE or LISTENER
        how     | SLOWLY   | STALL, BLACK_HOLE or BANDWIDTH
        rate    | 0B       | a size of 1B or more, such as '200KiB'; so much a second
        delay   | 0ms      | a duration of 1ms or more, such as '200ms'
        message | 0B       | a size from 1B to 512MiB, such as '64KiB'
        message | 1GiB     | a size from 1B to 512MiB, such as '64KiB'
        maxHeld | 0        | a whole number of 1 or more
        """)
    void wrongParameterIsNamedWithWhatIsAllowed(String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of(name, given)))
                .withMessage("Parameter '%s' of fault 'slow-redis-consumer' is '%s'. Allowed is %s."
                        .formatted(name, given, allowed));
    }

    @Test
    void publishingNeedsAChannel() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of("publish", "1MiB")))
                .withMessage(
                        "Parameter 'channel' of fault 'slow-redis-consumer' is ''. Allowed is the name of a channel;"
                                + " needed with 'publish'.");
    }

    @Test
    void activationOfAWireThatHasNoMatchesIsRefused() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of("every", "10")))
                .withMessage("Fault 'slow-redis-consumer' on the WIRE holds back every byte while it is armed: leave"
                        + " 'probability', 'every', 'after', 'times' and 'duration' out, or set 'publish' and"
                        + " 'channel' so that they count its own operations, or set where=LISTENER so that"
                        + " they count messages.");
    }

    @Test
    void subjectWithoutRedisIsToldHowToHaveOne() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of()).prepare(RedisBehindProxy.subject(new RecordingAgent())))
                .withMessage("Fault 'slow-redis-consumer' needs a Redis that the test starts, and orders.jar has none"
                        + " among its companions. Hold one in a static field, 'RedisServer redis ="
                        + " RedisServer.create()', and give it to the system under test as a companion; or"
                        + " set where=LISTENER.");
    }

    @Test
    void oneOfSeveralMustBeNamed() {
        var subject = RedisBehindProxy.subject(
                new RecordingAgent(), RedisServer.create(), RedisServer.create().name("cache"));
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of()).prepare(subject))
                .withMessage(
                        "Parameter 'redis' of fault 'slow-redis-consumer' is ''. Allowed is the name of a Redis of the"
                                + " subject: 'cache', 'redis'.");
    }

    @Test
    void wireWithoutProxyIsAnError() {
        var subject = RedisBehindProxy.subject(new RecordingAgent(), RedisServer.create());
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(Map.of()).prepare(subject))
                .withMessage(
                        "Fault 'slow-redis-consumer' disturbs the wire to Redis 'redis', but there is no proxy on it."
                                + " Add the module scupper-proxy to the test's class path.");
    }

    private Fault create(Map<String, String> given) {
        return type.create(Parameters.of(type, given));
    }

    /** As the default is written; a whole double is written as the number it is. */
    private static String written(Method attribute) {
        Object value = attribute.getDefaultValue();
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
