package io.scupper.html;

import io.scupper.model.TimeSpan;
import io.scupper.model.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How names, figures and durations are written. */
final class Text {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "B", "byte", "C", "char", "D", "double", "F", "float", "I", "int", "J", "long", "S", "short", "Z",
            "boolean");

    private Text() {}

    /** Shows control characters, and those that change the direction of what follows, by their number. Lines stay lines. */
    static String visible(String text) {
        if (text.codePoints().noneMatch(Text::isHidden)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(c -> isHidden(c) ? String.format(Locale.ROOT, "<U+%04X>", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isHidden(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        boolean isDirection =
                c == 0x200E || c == 0x200F || c == 0x061C || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean isLoneSurrogate = c >= 0xD800 && c <= 0xDFFF;
        return isDirection || isLoneSurrogate || Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }

    static Unit unit(String name) {
        return name.equals(Unit.BYTES.name()) ? Unit.BYTES : Unit.COUNT;
    }

    static String value(Unit unit, double value) {
        return unit.format(value, 3);
    }

    /** Writes a change with its sign. */
    static String change(Unit unit, double value) {
        return signed(value, unit.format(value, 3));
    }

    static String perOperation(Unit unit, double value) {
        return signed(value, unit == Unit.BYTES ? unit.format(value, 1) : String.format(Locale.ROOT, "%.3f", value));
    }

    private static String signed(double value, String text) {
        return value == 0 ? "0" : (value > 0 ? "+" : "") + text.replace("-", "\u2212");
    }

    /** Parts a name where a line may break: after what joins its words, and before the humps of camel case. */
    static List<String> pieces(String name) {
        return List.of(name.split("(?<=[.:$/_])(?=.)|(?<=[a-z0-9])(?=[A-Z])"));
    }

    static String duration(long millis) {
        return TimeSpan.format(Duration.ofMillis(millis));
    }

    static String percent(double share) {
        return Unit.COUNT.format(share * 100, Math.abs(share) < 0.1 ? 2 : 0) + " %";
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Writes the name of an array class as source has it: {@code byte[]}, not {@code [B}. */
    static String className(String name) {
        int depth = 0;
        while (depth < name.length() && name.charAt(depth) == '[') {
            depth++;
        }
        String element = name.substring(depth);
        String word = depth > 0 && element.startsWith("L") && element.endsWith(";")
                ? element.substring(1, element.length() - 1)
                : PRIMITIVES.getOrDefault(element, element);
        return depth == 0 ? name : word + "[]".repeat(depth);
    }

    /** Writes what was measured as people call it: {@code heap:byte[]}, not {@code heap:[B}. */
    static String readable(String name) {
        return name.startsWith("heap:") ? "heap:" + className(name.substring("heap:".length())) : name;
    }
}
