package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;

/** Makes slow consumers of Redis from parameters; what they mean is said at {@link SlowRedisConsumer}. */
public final class SlowRedisConsumerType implements FaultType {

    /** The fault's id. */
    public static final String ID = "slow-redis-consumer";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("where", "WIRE or LISTENER", "WIRE"),
                new Parameter("how", "STALL, BLACK_HOLE or BANDWIDTH", "STALL"),
                new Parameter("rate", "a size of 1B or more, such as '200KiB'; so much a second", "200KiB"),
                new Parameter("delay", "a duration of 1ms or more, such as '200ms'", "200ms"),
                new Parameter("publish", "a size such as '1MiB'; 0B to publish nothing", "0B"),
                new Parameter("message", "a size from 1B to 512MiB, such as '64KiB'", "64KiB"),
                new Parameter("channel", "the name of a channel; needed with 'publish'", ""),
                new Parameter("redis", "the name of a Redis companion; needed if there are several", ""));
    }

    @Override
    public Fault create(Parameters parameters) {
        Where where = parameters.choice("where", Where.class);
        var how = parameters.choice("how", Slowness.How.class);
        long rate = parameters.bytes("rate");
        require(rate >= 1, parameters, "rate");
        long delay = parameters.duration("delay").toMillis();
        require(delay >= 1, parameters, "delay");
        long message = parameters.bytes("message");
        require(message >= 1 && message <= 512L << 20, parameters, "message");
        long publish = parameters.bytes("publish");
        require(publish == 0 || !parameters.textOrEmpty("channel").isBlank(), parameters, "channel");
        if (where == Where.WIRE && publish == 0) {
            requireNoActivation(parameters);
        }
        return new SlowConsumer(
                parameters.asWritten(),
                parameters.recovery(),
                where,
                new Slowness(how, rate),
                delay,
                new SlowConsumer.Publishing(parameters.textOrEmpty("channel"), publish, (int) message),
                parameters.textOrEmpty("redis"),
                parameters.activation(),
                parameters.whole("times", 0),
                (int) Math.min(Integer.MAX_VALUE, parameters.whole("maxHeld", 1)));
    }

    /** A disturbed wire has no matches that could be counted, and to ignore what was asked for would be worse. */
    private static void requireNoActivation(Parameters parameters) {
        parameters.activation();
        boolean always = Double.parseDouble(parameters.text("probability")) == 1
                && parameters.whole("every", 1) == 1
                && parameters.whole("after", 0) == 0
                && parameters.whole("times", 0) == 0
                && parameters.duration("duration").isZero();
        if (!always) {
            throw new ScupperException("Fault '" + ID + "' on the WIRE holds back every byte while it is armed: leave"
                    + " 'probability', 'every', 'after', 'times' and 'duration' out,"
                    + " or set 'publish' and 'channel' so that they count its own"
                    + " operations, or set where=LISTENER so that they count"
                    + " messages.");
        }
    }

    private void require(boolean holds, Parameters parameters, String name) {
        if (!holds) {
            String allowed = parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::allowed)
                    .findFirst()
                    .orElseThrow();
            throw new ScupperException("Parameter '%s' of fault '%s' is '%s'. Allowed is %s."
                    .formatted(name, ID, parameters.textOrEmpty(name), allowed));
        }
    }

    /** Where the subject is slow. */
    enum Where {
        WIRE,
        LISTENER
    }
}
