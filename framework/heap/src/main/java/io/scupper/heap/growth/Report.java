package io.scupper.heap.growth;

import io.scupper.control.Line;
import io.scupper.heap.shape.Fingerprint;
import io.scupper.heap.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Writes findings as lines; the module's README says what each of them means. */
public final class Report {

    /** The version of the format, in the first line. */
    public static final int VERSION = 1;

    private final List<Line> lines = new ArrayList<>();

    private Report() {}

    /** Returns the lines of findings. */
    public static List<Line> of(List<Finding> findings, long operations) {
        var report = new Report();
        report.line("heap", VERSION);
        for (Finding finding : findings) {
            report.finding(finding, operations);
        }
        return report.lines;
    }

    private void finding(Finding finding, long operations) {
        Expected expected = finding.expected();
        line("grown", expected.type(), expected.count(), finding.before(), finding.after(), operations);
        finding.weakly()
                .forEach((weakness, counts) -> line("only-weakly", weakness.word(), counts.before(), counts.after()));
        finding.shapes().forEach(this::grown);
        Shape largest = finding.largest();
        if (finding.shapes().isEmpty()) {
            line(
                    "no-path",
                    largest == null ? "" : Fingerprint.of(largest),
                    largest == null ? "" : RootWords.of(largest));
        }
        line("end");
    }

    private void grown(Grown grown) {
        Place place = grown.place();
        line(
                "shape",
                Fingerprint.of(grown.end()),
                Fingerprint.of(place.held()),
                grown.before(),
                grown.after(),
                grown.also() ? "also" : "first");
        List<Shape> path = grown.end().path();
        for (int i = 0; i < path.size(); i++) {
            Shape step = path.get(i);
            List<String> marks = marks(grown, step);
            if (i == 0) {
                line(
                        "root",
                        kind(step),
                        RootWords.of(grown.end()),
                        step.type(),
                        grown.steps().get(i),
                        step.objects(),
                        join(marks));
            } else {
                line("step", step.label().text(), step.type(), grown.steps().get(i), step.objects(), join(marks));
            }
        }
        line("collection", place.name(), place.type(), place.before(), place.after(), place.unit(), place.hangs());
        if (!grown.keys().isEmpty()) {
            line("keys", grown.keys().toArray());
        }
        Culprit culprit = grown.culprit();
        if (culprit != null) {
            line("culprit", culprit.type(), culprit.member());
        }
        line("retained", "at-least", grown.retained().before(), grown.retained().after());
    }

    private static List<String> marks(Grown grown, Shape step) {
        List<String> marks = new ArrayList<>();
        if (step.equals(grown.place().holder())) {
            marks.add("holds");
        }
        if (step.equals(grown.place().held())) {
            marks.add("grows");
        }
        Culprit culprit = grown.culprit();
        if (culprit != null && step.equals(culprit.at())) {
            marks.add("culprit");
        }
        step.repeats().forEach(field -> marks.add("repeats " + field));
        return marks;
    }

    static String kind(Shape first) {
        return first.root().kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static String join(List<String> marks) {
        return String.join(",", marks);
    }

    private void line(String keyword, Object... fields) {
        lines.add(Line.of(keyword, fields));
    }
}
