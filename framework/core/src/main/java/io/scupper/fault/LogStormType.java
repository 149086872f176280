package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests that the service fails at and logs, with long messages and faster than an appender may write. */
public final class LogStormType implements FaultType {

    /** The fault's id. */
    public static final String ID = "log-storm";

    private static final Parameter CALM =
            new Parameter("calm", "a method and a path that works, for the unarmed rounds, such as 'GET /health'", "");
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                Destination.TO,
                                Destination.HEADERS,
                                Destination.HTTP,
                                CALM,
                                new Parameter("where", "path, query, header, cookie or body", "query"),
                                new Parameter("name", "the name of the parameter, header or cookie", "message"),
                                new Parameter("messageBytes", "a size from 8B to 1MiB", "1KiB"),
                                Rounds.TIMES),
                        Volume.PARAMETERS.stream())
                .toList();
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        long messageBytes = parameters.bytes("messageBytes");
        allowed.require("messageBytes", messageBytes >= 8 && messageBytes <= MOST_BYTES);
        var place = new Place(parameters.choice("where", Place.Where.class), parameters.text("name"));
        var messages = new Texts(parameters.whole("seed", Long.MIN_VALUE), (int) messageBytes, 0);
        return new BurstFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                Destination.of(allowed),
                Destination.of(allowed, CALM.name()),
                Optional.of(new BurstFault.Storm(place, messages)),
                Volume.of(allowed),
                Rounds.times(allowed),
                Rounds.uncapped(allowed));
    }
}
