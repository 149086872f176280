package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/**
 * One end of each connection is gone and the other is not told: the peer was unplugged, or a firewall forgot about it. What
 * the end that is left sends is lost. It stays so after lift, for nobody would tell it then either.
 */
public final class WireHalfOpen extends WireFaultType {

    @Override
    String kind() {
        return "half-open";
    }

    @Override
    String doing() {
        return "One end is reset and the other is not told: DOWNSTREAM keeps the subject's and the server is gone, UPSTREAM"
                + " keeps the server's. What it sends is lost. Stays so after lift; ASSISTED resets it then.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.maxHeld());
    }

    @Override
    List<Way> ways() {
        return List.of(Way.DOWNSTREAM, Way.UPSTREAM);
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        var side = directions.contains(Direction.TO_SUBJECT) ? Disturber.Side.SUBJECT : Disturber.Side.SERVER;
        return new Disturber() {
            @Override
            public boolean meet(Connection connection) {
                return connection.keep(side);
            }

            @Override
            public long mostKept() {
                return amounts.of(Amount.MAX_HELD);
            }
        };
    }
}
