package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Framing;
import java.util.List;
import java.util.TreeMap;

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
                new Parameter("size", "a size of 1B or more, such as '16MiB'", "16MiB"),
                new Parameter("framing", "CONTENT_LENGTH, CHUNKED, MULTIPART or GZIP", "CONTENT_LENGTH"),
                new Parameter("ratio", "a whole number from 2 to 1000", "100"),
                new Parameter("concurrency", "a whole number from 1 to 1000", "1"),
                new Parameter("times", "a whole number of 1 or more", "40"),
                new Parameter("contentType", "a content type, such as 'application/json'", "application/octet-stream"));
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long size = parameters.bytes("size");
        allowed.require("size", size >= 1);
        int times = allowed.whole("times", 1, Integer.MAX_VALUE);
        int concurrency = allowed.whole("concurrency", 1, 1_000);
        return new PayloadFault(
                parameters.asWritten(),
                parameters.recovery(),
                Destination.of(allowed),
                new PayloadFault.Body(
                        size,
                        parameters.choice("framing", Framing.class),
                        allowed.whole("ratio", 2, 1_000),
                        parameters.text("contentType"),
                        parameters.whole("seed", Long.MIN_VALUE)),
                concurrency,
                1 + (times - 1) / concurrency,
                uncapped(parameters));
    }

    /** Here {@code times} says how long the armed rounds are; as a cap it would stop the traffic of further rounds. */
    private Activation uncapped(Parameters parameters) {
        var without = new TreeMap<>(parameters.asWritten());
        without.put("times", "0");
        return Parameters.of(this, without).activation();
    }
}
