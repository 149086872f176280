package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Cuts what is sent into small pieces, with a pause after each: whoever reads gets no message whole. */
public final class WireSlice extends WireFaultType {

    private static final String SIZE = "size";
    private static final String DELAY = "delay";

    @Override
    String kind() {
        return "slice";
    }

    @Override
    String doing() {
        return "Bytes arrive in pieces of `size`, with a pause of `delay` after each.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.size(SIZE, 1, "64B"), Amount.duration(DELAY, 1, "10ms"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Slice(amounts.of(SIZE), amounts.nanos(DELAY));
            }
        };
    }

    private static final class Slice implements Grip {

        private final long size;
        private final long delayNanos;
        private long dueNanos = System.nanoTime();

        Slice(long size, long delayNanos) {
            this.size = size;
            this.delayNanos = delayNanos;
        }

        @Override
        public Step next(int length, long arrivedNanos) {
            long wait = dueNanos - System.nanoTime();
            return wait > 0 ? Step.await(wait) : Step.pass(size);
        }

        @Override
        public Step passed(int bytes) {
            dueNanos = System.nanoTime() + delayNanos;
            return Step.FREE;
        }
    }
}
