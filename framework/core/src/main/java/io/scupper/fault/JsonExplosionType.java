package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.JsonShape;
import io.scupper.traffic.Payload;
import java.util.List;
import java.util.Locale;

/** JSON documents that cost far more memory than they have bytes: too deep, too wide, of too many or too long parts. */
public final class JsonExplosionType implements FaultType {

    /** The fault's id. */
    public static final String ID = "json-explosion";

    private static final long MOST_BYTES = 8L << 30;

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
                new Parameter(
                        "shape",
                        "depth, width, long-string, long-number, many-objects or duplicate-keys",
                        "many-objects"),
                new Parameter("size", "a size from 32B to 8GiB, such as '1MiB'", "1MiB"),
                Bodies.CONCURRENCY,
                Rounds.TIMES);
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        var shape = parameters.choice("shape", JsonShape.class);
        long size = parameters.bytes("size");
        allowed.require("size", size >= JsonShape.LEAST_SIZE && size <= MOST_BYTES);
        long seed = parameters.whole("seed", Long.MIN_VALUE);
        return Bodies.fault(
                allowed,
                Destination.of(allowed),
                new PayloadFault.Body(
                        size,
                        "JSON, " + shape.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        length -> Payload.json(shape, length, seed)));
    }
}
