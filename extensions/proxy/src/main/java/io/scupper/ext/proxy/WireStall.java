package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Stops to read: the sender is held back, its buffers fill, and nothing is lost. The end of the stream waits too. */
public final class WireStall extends WireFaultType {

    @Override
    String kind() {
        return "stall";
    }

    @Override
    String doing() {
        return "Nothing passes and nothing is lost: the sender is held back. After lift everything flows on.";
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
                return new Stall();
            }
        };
    }

    private static final class Stall implements Grip {

        @Override
        public Step next(int length, long arrivedNanos) {
            return Step.HOLD;
        }

        @Override
        public Step end(long arrivedNanos) {
            return Step.HOLD;
        }
    }
}
