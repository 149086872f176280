package io.scupper.ext.proxy;

import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;

/**
 * One amount that a disturbance takes: what it is a number of, its range and its default. In a test it is written in words,
 * on the way to the proxy it is a number; both are held to the same range.
 *
 * @param fallback in words
 */
record Amount(String name, Unit unit, long least, long most, String fallback) {

    static final String MAX_HELD = "maxHeld";

    private static final long HOUR_MILLIS = 3_600_000;

    /** A duration of up to an hour. */
    static Amount duration(String name, long leastMillis, String fallback) {
        return new Amount(name, Unit.MILLIS, leastMillis, HOUR_MILLIS, fallback);
    }

    /** A number of bytes, of up to 1 TiB. */
    static Amount size(String name, long least, String fallback) {
        return new Amount(name, Unit.BYTES, least, 1L << 40, fallback);
    }

    /** How many connections are kept at the most. */
    static Amount maxHeld() {
        return new Amount(MAX_HELD, Unit.NUMBER, 1, 100_000, "1000");
    }

    Parameter parameter() {
        return new Parameter(name, allowed(), fallback);
    }

    /** Reads it as a test wrote it. */
    long read(Parameters parameters, String fault) {
        long value = switch (unit) {
            case MILLIS -> parameters.duration(name).toMillis();
            case BYTES -> parameters.bytes(name);
            case NUMBER -> parameters.whole(name, least);
        };
        if (value < least || value > most) {
            throw refused(fault, parameters.text(name), allowed());
        }
        return value;
    }

    /** Returns a number that came as such, if it is allowed. */
    long checked(long value, String fault) {
        if (value < least || value > most) {
            throw refused(fault, unit.written(value), allowed());
        }
        return value;
    }

    ScupperException refused(String fault, String given, String allowed) {
        return new ScupperException(
                "Parameter '%s' of fault '%s' is '%s'. Allowed is %s.".formatted(name, fault, given, allowed));
    }

    private String allowed() {
        return "%s from %s to %s".formatted(unit.word, unit.written(least), unit.written(most));
    }

    /** What an amount is a number of. */
    enum Unit {
        MILLIS("a duration"),
        BYTES("a size"),
        NUMBER("a whole number");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        String written(long value) {
            return switch (this) {
                case MILLIS -> millis(value);
                case BYTES -> ByteSize.format(value).replace(" ", "");
                case NUMBER -> Long.toString(value);
            };
        }

        private static String millis(long value) {
            if (value > 0 && value % HOUR_MILLIS == 0) {
                return value / HOUR_MILLIS + "h";
            }
            return value > 0 && value % 1_000 == 0 ? value / 1_000 + "s" : value + "ms";
        }
    }
}
