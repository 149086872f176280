package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Reads and discards: the sender never notices. The end of the stream passes. */
public final class WireBlackHole extends WireFaultType {

    @Override
    String kind() {
        return "black-hole";
    }

    @Override
    String doing() {
        return "All bytes are read and lost: the sender never notices. What was lost stays lost after lift.";
    }

    @Override
    List<Amount> amounts() {
        return List.of();
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new BlackHole();
            }
        };
    }

    private static final class BlackHole implements Grip {

        @Override
        public Step next(int length, long arrivedNanos) {
            return Step.DISCARD;
        }
    }
}
