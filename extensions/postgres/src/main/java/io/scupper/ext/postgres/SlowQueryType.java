package io.scupper.ext.postgres;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.time.Duration;
import java.util.List;

/**
 * Makes slow queries: a session beside the subject's holds a table for a while, again and again, so that each query of it
 * waits for as long at the most, and for half of it on average.
 */
public final class SlowQueryType implements FaultType {

    /** The fault's id. */
    public static final String ID = "db-slow-query";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Lock.TABLE,
                Lock.MODE,
                new Parameter("delay", "a duration from 1ms to 60s, such as '1s'", "1s"),
                PostgresOf.SERVER);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        checks.requireNoActivation();
        Duration delay = parameters.duration("delay");
        checks.require("delay", delay.toMillis() >= 1 && delay.compareTo(LONGEST) <= 0);
        return new LockFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                Lock.ofTable(checks),
                delay,
                parameters.textOrEmpty("server"));
    }
}
