package io.scupper.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line without axes, small enough for a row: the points of an SVG polyline in a box of 100 by 24. */
final class Spark {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    private Spark() {}

    /** Returns the points; empty where there are fewer than two values. */
    static String of(List<@Nullable Long> values) {
        var numbers = new ArrayList<Double>();
        values.stream().filter(Objects::nonNull).forEach(value -> numbers.add((double) value));
        return ofNumbers(numbers);
    }

    /** Returns the points; empty where there are fewer than two values. */
    static String ofNumbers(List<Double> numbers) {
        if (numbers.size() < 2) {
            return "";
        }
        var range = numbers.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        double span = range.getMax() - range.getMin();
        double step = (WIDTH - 2 * MARGIN) / (numbers.size() - 1);
        var points = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); i++) {
            double height = span == 0 ? 0 : (numbers.get(i) - range.getMin()) / span * (HEIGHT - 2 * MARGIN);
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", MARGIN + i * step, HEIGHT - MARGIN - height));
        }
        return points.stream().collect(Collectors.joining(" "));
    }
}
