package io.scupper.ext.redis;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.util.List;

/**
 * Makes clients beside the subject that send half a command to its Redis, so that Redis' memory fills with what it has of
 * it. Redis cuts such a client off beyond 1 GiB by default; where it has a {@code maxmemory}, the subject's writes are
 * refused.
 */
public final class HalfSentCommandType implements FaultType {

    /** The fault's id. */
    public static final String ID = "redis-half-sent-command";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("bytes", "a size from 1B to 256MiB, such as '32MiB'; so much a connection", "32MiB"),
                new Parameter("connections", "a whole number from 1 to 100", "1"),
                new Parameter("maxBytes", "a size of all bytes together or more", "256MiB"),
                RedisOf.REDIS);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        checks.requireNoActivation();
        long bytes = parameters.bytes("bytes");
        // Redis takes no argument above 512 MiB, of which a half is sent.
        checks.require("bytes", bytes >= 1 && bytes <= 256 << 20);
        int connections = checks.whole("connections", 1, 100);
        checks.require("maxBytes", parameters.bytes("maxBytes") >= bytes * connections);
        return new HeldClientsFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Holding.HalfACommand(bytes),
                connections,
                parameters.textOrEmpty("redis"));
    }
}
