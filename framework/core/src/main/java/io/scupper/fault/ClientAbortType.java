package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Abort;
import java.util.List;

/** Clients that go away at a chosen stage of their request. */
public final class ClientAbortType implements FaultType {

    /** The fault's id. */
    public static final String ID = "client-abort";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Destination.TO,
                Destination.HEADERS,
                Destination.HTTP,
                new Parameter("stage", "connect, headers, body, before-response or mid-response", "mid-response"),
                new Parameter("how", "rst or fin", "rst"),
                new Parameter("afterBytes", "a whole number of 1 or more, at 'body' below 'size'", "1"),
                new Parameter("patience", "a duration from 1ms to 10s, such as '50ms'", "50ms"),
                new Parameter("size", "a size such as '64KiB'", "64KiB"));
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        var stage = parameters.choice("stage", Stage.class);
        var how = parameters.choice("how", How.class);
        long afterBytes = parameters.whole("afterBytes", 1);
        long size = parameters.bytes("size");
        allowed.require("afterBytes", stage != Stage.BODY || afterBytes < size);
        var patience = parameters.duration("patience");
        allowed.require("patience", patience.toMillis() >= 1 && patience.toSeconds() <= 10);
        Destination to = Destination.of(allowed);
        to.requireExpressible(
                allowed,
                "stage",
                stage != Stage.CONNECT && stage != Stage.HEADERS,
                "it cancels a request that is begun");
        to.requireExpressible(allowed, "how", how == How.RST, "it ends a request by RST_STREAM alone");
        return new AbandoningFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                to,
                new Abort(stage.meant, how.meant, afterBytes, patience),
                size,
                parameters.activation());
    }

    /** The stages as they are written here. */
    private enum Stage {
        CONNECT(Abort.Stage.CONNECT),
        HEADERS(Abort.Stage.HEADERS),
        BODY(Abort.Stage.MID_BODY),
        BEFORE_RESPONSE(Abort.Stage.BEFORE_RESPONSE),
        MID_RESPONSE(Abort.Stage.MID_RESPONSE);

        private final Abort.Stage meant;

        Stage(Abort.Stage meant) {
            this.meant = meant;
        }
    }

    /** The endings as they are written here. */
    private enum How {
        RST(Abort.Ending.RESET),
        FIN(Abort.Ending.FIN);

        private final Abort.Ending meant;

        How(Abort.Ending meant) {
            this.meant = meant;
        }
    }
}
