package io.scupper.html;

import io.scupper.html.TrendReport.Line;
import io.scupper.html.TrendReport.Point;
import io.scupper.html.TrendReport.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page of a trend shows: tests by name, each with its figures. */
record TrendPage(Map<String, List<Row>> tests) {

    public String sentence() {
        long creeping = tests.values().stream()
                .flatMap(List::stream)
                .filter(Row::creeps)
                .count();
        return creeping == 0
                ? "Nothing creeps: no figure rises beyond chance from build to build."
                : "%s beyond chance from build to build."
                        .formatted(Text.count(creeping, "figure rises", "figures rise"));
    }

    /** One figure; first and last are those of the builds named. */
    record Row(
            String figure,
            String chart,
            String least,
            String most,
            String first,
            String firstBuild,
            String last,
            String lastBuild,
            int builds,
            boolean creeps) {

        static Row of(Line line) {
            List<Point> points = line.points();
            var range = points.stream().mapToDouble(Point::value).summaryStatistics();
            Point first = points.get(0);
            Point last = points.get(points.size() - 1);
            return new Row(
                    Text.visible(line.figure()),
                    Spark.ofNumbers(points.stream().map(Point::value).toList()),
                    written(line.unit(), range.getMin()),
                    written(line.unit(), range.getMax()),
                    written(line.unit(), first.value()),
                    Text.visible(first.build()),
                    written(line.unit(), last.value()),
                    Text.visible(last.build()),
                    points.size(),
                    line.creeps());
        }

        private static String written(Unit unit, double value) {
            return switch (unit) {
                case MILLISECONDS -> Text.duration(Math.round(value));
                case BYTES -> Text.value(io.scupper.model.Unit.BYTES, value);
                case COUNT -> String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
            };
        }
    }
}
