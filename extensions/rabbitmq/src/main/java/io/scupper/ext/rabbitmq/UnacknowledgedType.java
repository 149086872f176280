package io.scupper.ext.rabbitmq;

import io.scupper.fault.JoinPointFault;
import io.scupper.model.Effect;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import io.scupper.spi.Weaving;
import java.util.List;

/**
 * Makes acknowledgements that do not reach the broker: the client leaves them out, and they are made up for where recovery is
 * {@code ASSISTED}; or it fails in them, which shows what the consumer does with a message after an error.
 */
public final class UnacknowledgedType implements FaultType {

    /** The fault's id. */
    public static final String ID = "rabbitmq-unacknowledged";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("how", "SKIP or FAIL", "SKIP"), ClientPoints.CALLER, ClientPoints.THREAD);
    }

    @Override
    public boolean suppresses() {
        return true;
    }

    @Override
    public Fault create(Parameters parameters) {
        Effect effect = switch (parameters.choice("how", How.class)) {
            case SKIP -> Effect.skip();
            case FAIL -> Effect.fail("java.io.IOException");
        };
        var points = ClientPoints.filtered(ClientPoints.ACKNOWLEDGEMENTS, parameters);
        int maxHeld = new ParameterChecks(this, parameters).whole("maxHeld", 1, Integer.MAX_VALUE);
        return new JoinPointFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Weaving(ID, points, effect, parameters.activation(), maxHeld));
    }

    /** What becomes of an acknowledgement. */
    enum How {
        SKIP,
        FAIL
    }
}
