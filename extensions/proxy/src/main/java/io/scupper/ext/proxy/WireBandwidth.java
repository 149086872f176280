package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** A thin line: no more than so many bytes a second pass, per connection and direction, evenly spread. */
public final class WireBandwidth extends WireFaultType {

    private static final String RATE = "rate";

    @Override
    String kind() {
        return "bandwidth";
    }

    @Override
    String doing() {
        return "No more than `rate` a second passes, per connection and direction, evenly; the sender is held back.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.size(RATE, 1, "200KiB"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Bandwidth(new Pace(amounts.of(RATE)));
            }
        };
    }

    private record Bandwidth(Pace pace) implements Grip {

        @Override
        public Step next(int length, long arrivedNanos) {
            long wait = pace.untilDue();
            return wait > 0 ? Step.await(wait) : Step.pass(pace.slice());
        }

        @Override
        public Step passed(int bytes) {
            pace.spent(bytes);
            return Step.FREE;
        }
    }
}
