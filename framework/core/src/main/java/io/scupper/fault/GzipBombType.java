package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Framing;
import io.scupper.traffic.Payload;
import java.util.List;

/** Bodies that are small on the wire and large once they are inflated. */
public final class GzipBombType implements FaultType {

    /** The fault's id. */
    public static final String ID = "gzip-bomb";

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
                new Parameter("size", "a size of 1KiB or more, once it is inflated, such as '64MiB'", "64MiB"),
                new Parameter("ratio", "a whole number from 2 to 1000", "1000"),
                new Parameter("contentType", "a content type, such as 'application/json'", "application/octet-stream"),
                Bodies.CONCURRENCY,
                Rounds.TIMES);
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long size = parameters.bytes("size");
        allowed.require("size", size >= 1 << 10);
        int ratio = allowed.whole("ratio", 2, 1_000);
        String contentType = parameters.text("contentType");
        long seed = parameters.whole("seed", Long.MIN_VALUE);
        return Bodies.fault(
                allowed,
                Destination.of(allowed),
                new PayloadFault.Body(
                        size, "gzip 1:" + ratio, length -> Payload.of(length, Framing.GZIP, ratio, contentType, seed)));
    }
}
