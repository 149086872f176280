package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.spi.Weaving;
import java.util.List;

/** Makes unclosed responses from parameters; what they mean is said at {@link UnclosedResponses}. */
public final class UnclosedResponseType implements FaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-response";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("client", "ANY, APACHE, OKHTTP or JDK", "ANY"), Sites.SITE, Sites.CALLER, Sites.THREAD);
    }

    @Override
    public boolean suppresses() {
        return true;
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        var table = ReleasePoints.of(parameters.choice("client", UnclosedResponses.Client.class));
        return new JoinPointFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Weaving(
                        ID, Sites.orElse(allowed, table), Effect.skip(), parameters.activation(), allowed.maxHeld()));
    }
}
