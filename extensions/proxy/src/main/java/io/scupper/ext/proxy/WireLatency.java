package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/**
 * Lets bytes arrive later than they were sent, in their order; they are read meanwhile, so that the throughput stays, up to
 * {@link DelayLine#CAPACITY_BYTES} under way. The end of the stream is late as well.
 */
public final class WireLatency extends WireFaultType {

    private static final String DELAY = "delay";
    private static final String JITTER = "jitter";

    @Override
    String kind() {
        return "latency";
    }

    @Override
    String doing() {
        return "Bytes and ends arrive later by `delay`, more or less by up to `jitter` (at most `delay`), evenly; in order, and up to 1 MiB"
                + " under way in a direction of a connection. After lift all that is under way arrives at once.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.duration(DELAY, 1, "200ms"), Amount.duration(JITTER, 0, "0ms"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        amounts.require(amounts.of(JITTER) <= amounts.of(DELAY), JITTER, "a duration of at most 'delay'");
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Latency(amounts.nanos(DELAY), amounts.nanos(JITTER), draws);
            }

            @Override
            public boolean readsAhead() {
                return true;
            }
        };
    }

    private static final class Latency implements Grip {

        private final long delayNanos;
        private final long jitterNanos;
        private final Draws draws;

        /** Of the bytes at hand: they are asked about until they may go, and are drawn for once. */
        private long arrivedNanos;

        private long dueNanos;
        private boolean drawn;

        Latency(long delayNanos, long jitterNanos, Draws draws) {
            this.delayNanos = delayNanos;
            this.jitterNanos = jitterNanos;
            this.draws = draws;
        }

        @Override
        public Step next(int length, long arrived) {
            return end(arrived);
        }

        @Override
        public Step end(long arrived) {
            if (!drawn || arrived != arrivedNanos) {
                drawn = true;
                arrivedNanos = arrived;
                dueNanos = arrived + delayNanos + (long) (draws.next() * jitterNanos);
            }
            return Step.await(dueNanos - System.nanoTime());
        }
    }
}
