package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Lets bytes pass and delays the end of the stream: who waits for it waits longer, and who closed lingers. */
public final class WireSlowClose extends WireFaultType {

    private static final String DELAY = "delay";

    @Override
    String kind() {
        return "slow-close";
    }

    @Override
    String doing() {
        return "Bytes pass; the end of the stream (TCP FIN) arrives later by `delay`, or at lift.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.duration(DELAY, 1, "30s"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new SlowClose(amounts.nanos(DELAY));
            }
        };
    }

    private record SlowClose(long delayNanos) implements Grip {

        @Override
        public Step end(long arrivedNanos) {
            return Step.await(arrivedNanos + delayNanos - System.nanoTime());
        }
    }
}
