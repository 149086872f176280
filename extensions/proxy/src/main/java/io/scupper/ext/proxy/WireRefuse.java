package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/**
 * Refuses new connections: the proxy does not listen, until lift. Those that are open stay. The system answers for a port
 * that is shut, so nobody counts who was refused; it fires whenever a connection of the proxy's own is.
 */
public final class WireRefuse extends WireFaultType {

    @Override
    String kind() {
        return "refuse";
    }

    @Override
    String doing() {
        return "New connections are refused: nobody listens, until lift. Open ones stay. Fires whenever a connection of the"
                + " proxy's own was refused, since the system does not tell whose else.";
    }

    @Override
    List<Amount> amounts() {
        return List.of();
    }

    @Override
    List<Way> ways() {
        return List.of();
    }

    @Override
    boolean choosesConnections() {
        return false;
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public void begin(Entrance entrance) {
                entrance.shut();
            }

            @Override
            public void end(Entrance entrance) {
                entrance.open();
            }

            @Override
            public boolean worksAt(Entrance entrance) {
                return entrance.refuses();
            }
        };
    }
}
