package io.scupper.ext.redis;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.util.List;

/**
 * Makes clients beside the subject that send commands to its Redis and never read the answers, so that Redis' memory fills
 * with them. Redis has no limit for such clients by default; where it has a {@code maxmemory}, the subject's writes are
 * refused.
 */
public final class UnreadPipelineType implements FaultType {

    /** The fault's id. */
    public static final String ID = "redis-unread-pipeline";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("commands", "a whole number from 1 to 100000; so many a connection", "64"),
                new Parameter("value", "a size from 1B to 16MiB, such as '1MiB'; so much an answer", "1MiB"),
                new Parameter("connections", "a whole number from 1 to 100", "1"),
                new Parameter("maxBytes", "a size of all answers together or more", "256MiB"),
                RedisOf.REDIS);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        checks.requireNoActivation();
        int commands = checks.whole("commands", 1, 100_000);
        long value = parameters.bytes("value");
        checks.require("value", value >= 1 && value <= 16 << 20);
        int connections = checks.whole("connections", 1, 100);
        checks.require("maxBytes", parameters.bytes("maxBytes") >= value * commands * connections);
        return new HeldClientsFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Holding.UnreadAnswers(commands, (int) value),
                connections,
                parameters.textOrEmpty("redis"));
    }
}
