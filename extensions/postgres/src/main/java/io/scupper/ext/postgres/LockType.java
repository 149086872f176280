package io.scupper.ext.postgres;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.time.Duration;
import java.util.List;

/** Makes locks: a session beside the subject's holds a table, or an advisory lock, so that the subject's queries wait. */
public final class LockType implements FaultType {

    /** The fault's id. */
    public static final String ID = "db-lock";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Lock.TABLE,
                Lock.MODE,
                new Parameter("advisory", "the key of an advisory lock, a whole number, in the place of 'table'", ""),
                PostgresOf.SERVER);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        checks.requireNoActivation();
        return new LockFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                lock(checks),
                Duration.ZERO,
                parameters.textOrEmpty("server"));
    }

    private static Lock lock(ParameterChecks checks) {
        Parameters parameters = checks.parameters();
        if (parameters.textOrEmpty("advisory").isBlank()) {
            return Lock.ofTable(checks);
        }
        if (!parameters.textOrEmpty("table").isBlank()) {
            throw new ScupperException(
                    "Fault '" + ID + "' is given both 'table' and 'advisory': leave one of them out.");
        }
        return Lock.ofKey(parameters.whole("advisory", Long.MIN_VALUE));
    }
}
