package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Framing;
import io.scupper.traffic.Payload;
import java.util.List;

/** Makes large payloads from parameters; what they mean is said at {@link LargePayload}. */
public final class LargePayloadType implements FaultType {

    /** The fault's id. */
    public static final String ID = "large-payload";

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
                new Parameter("size", "a size of 1B or more, such as '16MiB'", "16MiB"),
                new Parameter("framing", "CONTENT_LENGTH, CHUNKED, MULTIPART or GZIP", "CONTENT_LENGTH"),
                new Parameter("ratio", "a whole number from 2 to 1000", "100"),
                Bodies.CONCURRENCY,
                Rounds.TIMES,
                new Parameter("contentType", "a content type, such as 'application/json'", "application/octet-stream"));
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long size = parameters.bytes("size");
        allowed.require("size", size >= 1);
        var framing = parameters.choice("framing", Framing.class);
        int ratio = allowed.whole("ratio", 2, 1_000);
        String contentType = parameters.text("contentType");
        long seed = parameters.whole("seed", Long.MIN_VALUE);
        Destination to = Destination.of(allowed);
        to.requireExpressible(allowed, "framing", framing != Framing.CHUNKED, "it has frames of its own");
        return Bodies.fault(
                allowed,
                to,
                new PayloadFault.Body(
                        size, framing.word(), length -> Payload.of(length, framing, ratio, contentType, seed)));
    }
}
