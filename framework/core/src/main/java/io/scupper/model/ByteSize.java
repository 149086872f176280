package io.scupper.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number of bytes as people write it: {@code 64}, {@code 64B}, {@code 16KiB}, {@code 1.5MiB}, {@code 2GiB}. Units are
 * binary; {@code KB}, {@code MB} and {@code GB} are refused because they mean two things.
 *
 * @param bytes from 0
 */
public record ByteSize(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB)?");

    public ByteSize {
        if (bytes < 0) {
            throw new ScupperException("A size of " + bytes + " bytes was given, allowed is 0 or more.");
        }
    }

    /**
     * Reads a size.
     *
     * @param name the setting it was given for, for the error message
     * @throws ScupperException if {@code text} is not a size
     */
    public static ByteSize parse(String name, String text) {
        var matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ScupperException(
                    "%s is '%s', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB"
                                    .formatted(name, text)
                            + " or GiB, for example '64KiB' or '16MiB'.");
        }
        double bytes = Double.parseDouble(matcher.group(1)) * factor(matcher.group(2));
        if (bytes > Long.MAX_VALUE / 2.0) {
            throw new ScupperException("%s is '%s', which is more bytes than can be counted.".formatted(name, text));
        }
        return new ByteSize((long) bytes);
    }

    /** Writes a number of bytes, which may be negative, with one decimal at the most. */
    public static String format(double bytes) {
        double size = Math.abs(bytes);
        if (size < 1024) {
            return trim(bytes) + " B";
        }
        if (size < 1 << 20) {
            return trim(bytes / 1024) + " KiB";
        }
        return size < 1 << 30 ? trim(bytes / (1 << 20)) + " MiB" : trim(bytes / (1 << 30)) + " GiB";
    }

    @Override
    public String toString() {
        return format(bytes);
    }

    private static String trim(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static long factor(@org.jspecify.annotations.Nullable String unit) {
        return unit == null
                ? 1
                : switch (unit) {
                    case "KiB" -> 1L << 10;
                    case "MiB" -> 1L << 20;
                    case "GiB" -> 1L << 30;
                    default -> 1;
                };
    }
}
