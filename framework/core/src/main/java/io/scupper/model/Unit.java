package io.scupper.model;

import java.util.Locale;

/** What a number counts. */
public enum Unit {
    COUNT,
    BYTES;

    /** Writes a value of this unit, with at most {@code decimals} decimals for counts. */
    public String format(double value, int decimals) {
        if (this == BYTES) {
            return ByteSize.format(value);
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
