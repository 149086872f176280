package io.scupper.gate;

import io.scupper.gate.trend.Build;
import io.scupper.gate.trend.Creep;
import io.scupper.gate.trend.Figures;
import io.scupper.html.TrendReport.Line;
import io.scupper.html.TrendReport.Point;
import io.scupper.html.TrendReport.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Turns builds into the lines of charts: those of the tests that the latest build has. */
final class TrendLines {

    private TrendLines() {}

    static List<Line> of(List<Build> builds, List<Creep> creeps) {
        var lines = new ArrayList<Line>();
        new TreeMap<>(builds.get(builds.size() - 1).figures())
                .forEach((test, figures) -> new TreeMap<>(figures)
                        .keySet()
                        .forEach(figure -> lines.add(new Line(
                                test,
                                figure,
                                unit(figure),
                                builds.stream()
                                        .flatMap(build -> build.figure(test, figure).stream()
                                                .mapToObj(value -> new Point(build.id(), value)))
                                        .toList(),
                                creeps.stream()
                                        .anyMatch(creep -> creep.test().equals(test)
                                                && creep.figure().equals(figure))))));
        return lines;
    }

    private static Unit unit(String figure) {
        if (figure.equals(Figures.TIME)) {
            return Unit.MILLISECONDS;
        }
        boolean bytes =
                figure.equals(Figures.HEAP) || figure.equals("heap per operation") || figure.startsWith("buffers:");
        return bytes ? Unit.BYTES : Unit.COUNT;
    }
}
