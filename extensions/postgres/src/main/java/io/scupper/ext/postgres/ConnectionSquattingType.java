package io.scupper.ext.postgres;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.util.List;
import java.util.Map;

/**
 * Makes squatters: sessions beside the subject's that take every slot of its database, so that it cannot connect. Those it
 * has are ended first, unless {@code endSessions} is false.
 */
public final class ConnectionSquattingType implements FaultType {

    /** The fault's id. */
    public static final String ID = "db-connection-squatting";

    private static final int MOST = 10_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("leave", "a whole number from 0 to 10000: slots that stay free", "0"),
                new Parameter("endSessions", "true or false", "true"),
                new Parameter("maxHeld", "a whole number from 1 to 10000, of max_connections or more", "1000"),
                PostgresOf.SERVER);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        checks.requireNoActivation();
        return new Squatting(
                parameters.asWritten(),
                parameters.recovery(),
                new Squatters.Plan(
                        checks.whole("leave", 0, MOST),
                        parameters.flag("endSessions"),
                        checks.whole("maxHeld", 1, MOST)),
                parameters.textOrEmpty("server"));
    }

    private record Squatting(Map<String, String> parameters, Recovery recovery, Squatters.Plan plan, String server)
            implements Fault {

        @Override
        public String id() {
            return ID;
        }

        @Override
        public PreparedFault prepare(RunningSubject subject) {
            return prepare(subject, ID);
        }

        @Override
        public PreparedFault prepare(RunningSubject subject, String name) {
            return new Squatters(name, new PostgresOf(ID, server).require(subject), plan);
        }
    }
}
