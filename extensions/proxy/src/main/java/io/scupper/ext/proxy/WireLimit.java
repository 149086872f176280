package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import java.util.List;
import java.util.Set;

/** Closes the connection in order once so many bytes have passed: the receiver sees the end of the stream. */
public final class WireLimit extends WireFaultType {

    private static final String BYTES = "bytes";

    @Override
    String kind() {
        return "limit";
    }

    @Override
    String doing() {
        return "Once `bytes` have passed in a direction since it was armed, the connection is closed in order: the receiver"
                + " gets them and the end of the stream.";
    }

    @Override
    List<Amount> amounts() {
        return List.of(Amount.size(BYTES, 0, "1KiB"));
    }

    @Override
    Disturber disturber(Amounts amounts, Set<Direction> directions) {
        return new Disturber() {
            @Override
            public Grip grip(Direction direction, Draws draws) {
                return new Quota(amounts.of(BYTES), Step.CLOSE);
            }
        };
    }
}
