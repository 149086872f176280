package io.scupper.agent.fault;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a withheld call: a reference weakly or strongly, a primitive by its value. A boxed primitive would be collected at
 * once if it were held weakly, and counted as the subject's if it were held strongly.
 */
final class HeldValue extends WeakReference<@Nullable Object> {

    private static final char REFERENCE = 'L';

    private final char kind;
    private final long bits;

    /** Only there to be held. */
    @SuppressWarnings("unused")
    private final @Nullable Object kept;

    HeldValue(@Nullable Object value, boolean strongly) {
        super(kind(value) == REFERENCE ? value : null);
        this.kind = kind(value);
        this.bits = kind == REFERENCE || value == null ? 0 : bits(value);
        this.kept = strongly && kind == REFERENCE ? value : null;
    }

    /** Returns the value; null if it was null or has been collected. */
    @Nullable
    Object value() {
        switch (kind) {
            case 'I':
                return (int) bits;
            case 'J':
                return bits;
            case 'S':
                return (short) bits;
            case 'B':
                return (byte) bits;
            case 'C':
                return (char) bits;
            case 'Z':
                return bits != 0;
            case 'F':
                return Float.intBitsToFloat((int) bits);
            case 'D':
                return Double.longBitsToDouble(bits);
            default:
                return get();
        }
    }

    private static char kind(@Nullable Object value) {
        if (value instanceof Integer) {
            return 'I';
        } else if (value instanceof Long) {
            return 'J';
        } else if (value instanceof Short) {
            return 'S';
        } else if (value instanceof Byte) {
            return 'B';
        } else if (value instanceof Character) {
            return 'C';
        } else if (value instanceof Boolean) {
            return 'Z';
        } else if (value instanceof Float) {
            return 'F';
        }
        return value instanceof Double ? 'D' : REFERENCE;
    }

    private static long bits(Object value) {
        if (value instanceof Character) {
            return (Character) value;
        } else if (value instanceof Boolean) {
            return (Boolean) value ? 1 : 0;
        } else if (value instanceof Float) {
            return Float.floatToRawIntBits((Float) value);
        } else if (value instanceof Double) {
            return Double.doubleToRawLongBits((Double) value);
        }
        return ((Number) value).longValue();
    }
}
