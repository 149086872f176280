package io.scupper.ext.proxy;

/**
 * The hold that one disturbance has on one direction of one connection, with what it remembers of it. It says what is next;
 * the {@link Pump} does it. Asked by one thread at a time, as often as it takes.
 */
interface Grip {

    /** One that lets everything pass. */
    Grip NONE = new Grip() {};

    /** Returns the step for the next {@code length} bytes, from 1, which came at {@code arrivedNanos}. */
    default Step next(int length, long arrivedNanos) {
        return Step.FREE;
    }

    /** Returns the step for the end of the stream, which came at {@code arrivedNanos}. */
    default Step end(long arrivedNanos) {
        return Step.FREE;
    }

    /** Notes that so many bytes went on; returns whether the connection is closed or reset thereupon. */
    default Step passed(int bytes) {
        return Step.FREE;
    }
}
