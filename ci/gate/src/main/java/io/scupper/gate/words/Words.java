package io.scupper.gate.words;

import io.scupper.model.TimeSpan;
import io.scupper.model.Unit;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the gate writes what comes from elsewhere. */
public final class Words {

    private Words() {}

    /** Returns the first line of a text. */
    public static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Shows control characters, and those that turn the text around them round, by their number. */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(Words::isHidden)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(c -> isHidden(c) ? String.format(Locale.ROOT, "<U+%04X>", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Writes a growth per operation: bytes to one decimal, counts to three. */
    public static String perOperation(boolean bytes, double value) {
        return String.format(Locale.ROOT, bytes ? "%+.1f B/op" : "%+.3f/op", value);
    }

    /** Writes an amount as the messages of tests do. */
    public static String amount(boolean bytes, double value) {
        return (bytes ? Unit.BYTES : Unit.COUNT).format(value, 3);
    }

    /** Writes a number of milliseconds as people do. */
    public static String duration(long millis) {
        return TimeSpan.format(Duration.ofMillis(millis));
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
