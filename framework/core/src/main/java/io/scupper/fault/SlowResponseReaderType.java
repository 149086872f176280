package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Dawdle;
import java.util.List;
import java.util.Optional;

/** Clients that read a response slowly, or not to its end: whoever writes it waits for them, unless it has a time-out. */
public final class SlowResponseReaderType implements FaultType {

    /** The fault's id. */
    public static final String ID = "slow-response-reader";

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
                new Parameter("readBytesPerSecond", "a size of 1B or more, such as '1KiB'", "1KiB"),
                SlowRequestBodyType.STALL_AFTER,
                Bodies.CONCURRENCY);
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long bytesPerSecond = parameters.bytes("readBytesPerSecond");
        allowed.require("readBytesPerSecond", bytesPerSecond >= 1);
        return new LingeringFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                Destination.of(allowed),
                new Dawdle(
                        Dawdle.Direction.READING,
                        bytesPerSecond,
                        parameters.bytes(SlowRequestBodyType.STALL_AFTER.name())),
                Optional.empty(),
                Optional.empty(),
                allowed.whole(Bodies.CONCURRENCY.name(), 1, 1_000),
                allowed.maxHeld(),
                parameters.activation());
    }
}
