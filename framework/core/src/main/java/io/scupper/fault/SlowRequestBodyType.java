package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Dawdle;
import io.scupper.traffic.Framing;
import io.scupper.traffic.Payload;
import java.util.List;
import java.util.Optional;

/** Bodies that come slowly, stop coming, or never end: what the service keeps for a request it keeps for long. */
public final class SlowRequestBodyType implements FaultType {

    /** The fault's id. */
    public static final String ID = "slow-request-body";

    static final Parameter STALL_AFTER = new Parameter("stallAfter", "a size of 0B or more, such as '64KiB'", "1GiB");

    private static final long ENDLESS = Long.MAX_VALUE / 2;
    private static final long SMALL = 1 << 10;

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
                new Parameter("bytesPerSecond", "a size of 1B or more, such as '1KiB'", "1KiB"),
                STALL_AFTER,
                new Parameter("size", "a size of 1B or more, such as '16MiB'", "16MiB"),
                new Parameter("framing", "CONTENT_LENGTH or CHUNKED", "CONTENT_LENGTH"),
                new Parameter("endless", "true or false", "false"),
                new Parameter("contentType", "a content type, such as 'application/json'", "application/octet-stream"),
                Bodies.CONCURRENCY);
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long bytesPerSecond = parameters.bytes("bytesPerSecond");
        allowed.require("bytesPerSecond", bytesPerSecond >= 1);
        long size = parameters.bytes("size");
        allowed.require("size", size >= 1);
        var framing = parameters.choice("framing", Framing.class);
        allowed.require("framing", framing == Framing.CONTENT_LENGTH || framing == Framing.CHUNKED);
        Destination to = Destination.of(allowed);
        to.requireExpressible(allowed, "framing", framing != Framing.CHUNKED, "it has frames of its own");
        boolean endless = parameters.flag("endless");
        Payload body = Payload.of(
                endless ? ENDLESS : size,
                endless ? Framing.CHUNKED : framing,
                1,
                parameters.text("contentType"),
                parameters.whole("seed", Long.MIN_VALUE));
        return new LingeringFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                to,
                new Dawdle(Dawdle.Direction.SENDING, bytesPerSecond, parameters.bytes(STALL_AFTER.name())),
                Optional.of(body),
                Optional.of(body.ofSize(Math.min(SMALL, size))),
                allowed.whole(Bodies.CONCURRENCY.name(), 1, 1_000),
                allowed.maxHeld(),
                parameters.activation());
    }
}
