package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The gates of a proxy, one for each direction. */
final class Gates {

    private final Map<Direction, Gate> gates = new EnumMap<>(Direction.class);

    Gates() {
        for (Direction direction : Direction.values()) {
            gates.put(direction, new Gate());
        }
    }

    Gate of(Direction direction) {
        return Objects.requireNonNull(gates.get(direction));
    }

    /** Frees all directions. */
    void clear() {
        gates.values().forEach(gate -> gate.set(null));
    }
}
