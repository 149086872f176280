package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests at a rate that does not wait for answers: queues, pools and threads pile up where nothing bounds them. */
public final class BurstType implements FaultType {

    /** The fault's id. */
    public static final String ID = "burst";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(Destination.TO, Destination.HEADERS, Destination.HTTP, Rounds.TIMES),
                        Volume.PARAMETERS.stream())
                .toList();
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        Destination to = Destination.of(allowed);
        return new BurstFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                to,
                to,
                Optional.empty(),
                Volume.of(allowed),
                Rounds.times(allowed),
                Rounds.uncapped(allowed));
    }
}
