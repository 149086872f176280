package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/**
 * Takes new connections and never answers: no server is connected, and what the subject sends is lost. Such a connection
 * stays silent after lift; those that come later are served.
 */
public final class WireAcceptThenSilence extends WireFaultType {

    @Override
    String kind() {
        return "accept-then-silence";
    }

    @Override
    String doing() {
        return "New connections are accepted and never answered; what the subject sends is lost. They stay silent after"
                + " lift; ASSISTED resets them then.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.maxHeld());
    }

    @Override
    List<Way> ways() {
        return List.of();
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public boolean meet(Connection connection) {
                return connection.isNew() && connection.keep(Side.SUBJECT);
            }

            @Override
            public long mostKept() {
                return amounts.of(Amount.MAX_HELD);
            }
        };
    }
}
