package io.scupper.ext.redis;

import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;

/**
 * In what way the wire to the subject is slow.
 *
 * @param bytesPerSecond of a bandwidth, from 1
 */
record Slowness(How how, long bytesPerSecond) {

    Disturbance disturbance() {
        return switch (how) {
            case STALL -> Disturbance.stall(Direction.TO_SUBJECT);
            case BLACK_HOLE -> Disturbance.blackHole(Direction.TO_SUBJECT);
            case BANDWIDTH -> Disturbance.bandwidth(Direction.TO_SUBJECT, bytesPerSecond);
        };
    }

    /** As a test writes it. */
    enum How {
        STALL,
        BLACK_HOLE,
        BANDWIDTH
    }
}
