package io.scupper.heap.growth;

import io.scupper.control.Line;
import io.scupper.heap.graph.Weakness;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Fingerprint;
import io.scupper.heap.shape.Shape;
import io.scupper.heap.shape.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who holds the instances of a class in one dump, as lines. */
public final class Holders {

    private Holders() {}

    /**
     * Returns the shapes that hold instances, the one of most instances first.
     *
     * @param type the class by its name without numbers of a run
     * @param limit how many shapes at most; the last line says how many there are
     */
    public static List<Line> of(String type, Walk walk, Belonging belonging, int limit) {
        List<Shape> ends = walk.ends().stream()
                .sorted(Comparator.comparing(end -> -end.targets()))
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("heap", Report.VERSION));
        lines.add(
                Line.of("holders", type, ends.stream().mapToInt(Shape::targets).sum()));
        for (Weakness weakness : Weakness.values()) {
            Integer count = walk.weakly().get(weakness);
            if (count != null) {
                lines.add(Line.of("only-weakly", weakness.word(), count));
            }
        }
        ends.stream().limit(limit).forEach(end -> shape(end, belonging, lines));
        lines.add(Line.of("end", ends.size()));
        return lines;
    }

    private static void shape(Shape end, Belonging belonging, List<Line> lines) {
        lines.add(Line.of("shape", Fingerprint.of(end), end.targets()));
        Culprit culprit = Culprit.of(end, null, belonging);
        for (Shape step : end.path()) {
            List<String> marks = new ArrayList<>();
            if (culprit != null && step.equals(culprit.at())) {
                marks.add("culprit");
            }
            step.repeats().forEach(field -> marks.add("repeats " + field));
            lines.add(
                    step.parent() == null
                            ? Line.of("root", Report.kind(step), RootWords.of(end), step.type(), step.objects())
                            : Line.of("step", step.label().text(), step.type(), step.objects(), Report.join(marks)));
        }
        if (culprit != null) {
            lines.add(Line.of("culprit", culprit.type(), culprit.member()));
        }
    }
}
