package io.scupper.model;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads and writes durations as people write them: {@code 250ms}, {@code 30s}, {@code 1.5s}, {@code 2m}. */
public final class TimeSpan {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h)");

    private TimeSpan() {}

    /**
     * Reads a duration.
     *
     * @param name the setting it was given for, for the error message
     * @throws ScupperException if {@code text} is not a duration
     */
    public static Duration parse(String name, String text) {
        var matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ScupperException(
                    "%s is '%s', which is not a duration. Allowed is a number of 0 or more with ms, s, m"
                                    .formatted(name, text)
                            + " or h, for example '250ms' or '30s'.");
        }
        double millis = Double.parseDouble(matcher.group(1))
                * switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "m" -> 60_000;
                    default -> 3_600_000;
                };
        return Duration.ofMillis((long) millis);
    }

    /** Writes a duration: {@code 250 ms} below one second, {@code 2.3 s} above. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        String seconds = String.format(Locale.ROOT, "%.1f", millis / 1_000.0);
        return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
    }
}
