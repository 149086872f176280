package io.scupper.ext.rabbitmq;

import io.scupper.fault.JoinPointFault;
import io.scupper.model.Effect;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import io.scupper.spi.Weaving;
import java.time.Duration;
import java.util.List;

/**
 * Makes messages that are not consumed: the subject's client waits before it hands each of them out, and does not read on
 * meanwhile. What the prefetch lets through is unacknowledged at the broker, the rest is ready there.
 */
public final class UnconsumedType implements FaultType {

    /** The fault's id. */
    public static final String ID = "rabbitmq-unconsumed";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("delay", "a duration from 1ms to 10m, such as '30s'", "30s"),
                ClientPoints.CALLER,
                ClientPoints.THREAD);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        Duration delay = parameters.duration("delay");
        checks.require("delay", delay.toMillis() >= 1 && delay.compareTo(LONGEST) <= 0);
        var points = ClientPoints.filtered(ClientPoints.DELIVERIES, parameters);
        return new JoinPointFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Weaving(
                        ID,
                        points,
                        Effect.delay(delay.toMillis()),
                        parameters.activation(),
                        checks.whole("maxHeld", 1, Integer.MAX_VALUE)));
    }
}
