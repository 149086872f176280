package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Resets connections, at both ends: at once, those that are open and each that comes, or in mid-stream. */
public final class WireReset extends WireFaultType {

    private static final String BYTES = "bytes";

    @Override
    String kind() {
        return "reset";
    }

    @Override
    String doing() {
        return "Both ends are reset (TCP RST): with 0B at once, open connections and new ones as they come; otherwise once"
                + " `bytes` have passed in a direction since it was armed, of which the last may be lost.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.size(BYTES, 0, "0B"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        long bytes = amounts.of(BYTES);
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Quota(bytes, Step.RESET);
            }

            @Override
            public boolean meet(Connection connection) {
                if (bytes > 0) {
                    return false;
                }
                connection.reset();
                return true;
            }
        };
    }
}
