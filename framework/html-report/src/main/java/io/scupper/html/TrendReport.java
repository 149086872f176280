package io.scupper.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes one page with a chart over builds for each figure of each test; beside an index, if it is given the same folder. */
public final class TrendReport {

    /** The name of the page. */
    public static final String PAGE = "trend.html";

    private TrendReport() {}

    /**
     * Writes the page.
     *
     * @param lines in the order in which they are shown
     * @param out the folder to write to; it is made
     * @return where the page lies
     * @throws io.scupper.model.ScupperException if it cannot be written
     */
    public static Path write(List<Line> lines, Path out) {
        Map<String, List<TrendPage.Row>> tests = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> Text.visible(line.test()),
                        TreeMap::new,
                        Collectors.mapping(TrendPage.Row::of, Collectors.toList())));
        new PageFiles(out).trend(new TrendPage(tests));
        return out.resolve(PAGE);
    }

    /**
     * One figure of one test.
     *
     * @param unit of the values
     * @param points oldest build first
     * @param creeps whether it rises beyond chance
     */
    public record Line(String test, String figure, Unit unit, List<Point> points, boolean creeps) {

        public Line {
            points = List.copyOf(points);
        }
    }

    /** The value of a figure in one build. */
    public record Point(String build, double value) {}

    /** How values are written. */
    public enum Unit {
        MILLISECONDS,
        BYTES,
        /** Pieces, whole or per operation. */
        COUNT
    }
}
