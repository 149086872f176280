package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** A few bytes in each interval and no more: enough to keep a read from timing out, never enough to be done. */
public final class WireDribble extends WireFaultType {

    private static final String BYTES = "bytes";
    private static final String INTERVAL = "interval";

    @Override
    String kind() {
        return "dribble";
    }

    @Override
    String doing() {
        return "`bytes` pass at once in each `interval`, and no more: the line is never quiet long enough for a read to time"
                + " out.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.size(BYTES, 1, "1B"), Amount.duration(INTERVAL, 1, "1s"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Dribble(amounts.of(BYTES), amounts.nanos(INTERVAL));
            }
        };
    }

    private static final class Dribble implements Grip {

        private final long bytes;
        private final long intervalNanos;
        private long begunNanos;
        private long left;

        Dribble(long bytes, long intervalNanos) {
            this.bytes = bytes;
            this.intervalNanos = intervalNanos;
            begunNanos = System.nanoTime() - intervalNanos;
        }

        @Override
        public Step next(int length, long arrivedNanos) {
            long now = System.nanoTime();
            if (now - begunNanos >= intervalNanos) {
                begunNanos = now;
                left = bytes;
            }
            return left > 0 ? Step.pass(left) : Step.await(begunNanos + intervalNanos - now);
        }

        @Override
        public Step passed(int passed) {
            left -= passed;
            return Step.FREE;
        }
    }
}
