package io.scupper.ext.outside;

import io.scupper.model.ScupperException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text that Prometheus and OpenMetrics have in common: one line for each figure. */
final class MetricsText {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})?"
                    + "\\s+([^\\s#]+)(?:\\s+[-+.\\dEe]+)?(?:\\s+#.*)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,?\\s*");

    private MetricsText() {}

    /**
     * One figure.
     *
     * @param labels sorted by name
     */
    record Figure(String name, Map<String, String> labels, double value) {

        Figure {
            labels = new TreeMap<>(labels);
        }
    }

    /**
     * Reads them all.
     *
     * @throws ScupperException if there is none in it, or a line is none
     */
    static List<Figure> parse(String text) {
        var figures = new ArrayList<Figure>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                figures.add(figure(line));
            }
        }
        if (figures.isEmpty()) {
            throw new ScupperException("There is no metric in the text: '%s'.".formatted(beginning(text)));
        }
        return figures;
    }

    private static Figure figure(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw notUnderstood(line);
        }
        return new Figure(
                matcher.group(1),
                labels(matcher.group(2) == null ? "" : matcher.group(2), line),
                value(matcher.group(3), line));
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int at = 0;
        while (label.find() && label.start() == at) {
            labels.put(label.group(1), label.group(2).replaceAll("\\\\(.)", "$1"));
            at = label.end();
        }
        if (at < text.stripTrailing().length()) {
            throw notUnderstood(line);
        }
        return labels;
    }

    private static double value(String text, String line) {
        try {
            return switch (text) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw notUnderstood(line);
        }
    }

    private static ScupperException notUnderstood(String line) {
        return new ScupperException(
                "This line is no metric of Prometheus or OpenMetrics: '%s'. Does the path lead to a page of HTML or to JSON?"
                        .formatted(beginning(line)));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }
}
