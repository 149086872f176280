package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Keys that no request had before: what keeps something for each and has no bound grows. */
public final class UniqueKeysType implements FaultType {

    /** The fault's id. */
    public static final String ID = "unique-keys";

    private static final int MOST_BYTES = 1 << 20;

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
                new Parameter("where", "path, query, header or cookie", "query"),
                new Parameter("name", "the name of the parameter, header or cookie", "key"),
                new Parameter("valueBytes", "a size from 8B to 1MiB", "32B"),
                new Parameter("keySpace", "a whole number of 1 or more; 0 for no limit", "0"),
                new Parameter("seed", "a whole number; 0 for keys that no run had before", "0"));
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        var where = parameters.choice("where", Place.Where.class);
        allowed.require("where", where != Place.Where.BODY);
        long valueBytes = parameters.bytes("valueBytes");
        allowed.require("valueBytes", valueBytes >= 8 && valueBytes <= MOST_BYTES);
        long seed = parameters.whole("seed", Long.MIN_VALUE);
        if (seed == 0) {
            // It stands in the record, so that what was found by it can be sent once more.
            seed = new SplittableRandom().nextInt(1, Integer.MAX_VALUE);
        }
        var written = new TreeMap<>(parameters.asWritten());
        written.put("seed", Long.toString(seed));
        return new UniqueKeysFault(
                written,
                parameters.recovery(),
                Destination.of(allowed),
                new Place(where, parameters.text("name")),
                new Texts(seed, (int) valueBytes, parameters.whole("keySpace", 0)),
                parameters.activation());
    }
}
