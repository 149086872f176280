package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.TreeMap;

/** Reads {@code times} where it says how long the armed rounds are: as a cap it would stop the traffic of further ones. */
final class Rounds {

    static final Parameter TIMES = new Parameter("times", "a whole number of 1 or more", "40");

    private Rounds() {}

    static int times(Allowed allowed) {
        return allowed.whole(TIMES.name(), 1, Integer.MAX_VALUE);
    }

    /** Returns the activation, which does not end by itself. */
    static Activation uncapped(Allowed allowed) {
        var without = new TreeMap<>(allowed.parameters().asWritten());
        without.put(TIMES.name(), "0");
        return Parameters.of(allowed.type(), without).activation();
    }
}
