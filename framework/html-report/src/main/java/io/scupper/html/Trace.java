package io.scupper.html;

import io.scupper.html.RunRecord.Probe;
import io.scupper.html.RunRecord.Suspect;
import java.util.List;

/**
 * One suspect as a leak trace: what grew, then one line of evidence under the other, then what to do.
 *
 * @param perOperation with its unit; empty where no finding has the suspect's name
 * @param spark how it moved over the run
 */
record Trace(String name, String what, String perOperation, List<Line> lines, String advice, String spark) {

    private static final List<String> LIBRARY = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    static Trace of(Suspect suspect, RunRecord run, Timeline timeline) {
        Probe probe = run.probes().stream()
                .filter(each -> each.name().equals(suspect.probe()))
                .findFirst()
                .orElse(null);
        return new Trace(
                Text.readable(suspect.probe()),
                suspect.what(),
                probe == null ? "" : Text.perOperation(Text.unit(probe.unit()), probe.perOperation()),
                suspect.evidence().stream().map(Line::of).toList(),
                suspect.advice(),
                Spark.of(timeline.values(suspect.probe())));
    }

    /**
     * One line of evidence.
     *
     * @param isFrame whether it is a stack frame
     * @param isOwn whether that frame is not the JDK's
     */
    record Line(String text, boolean isFrame, boolean isOwn) {

        static Line of(String evidence) {
            String text = evidence.strip();
            boolean isFrame = evidence.startsWith("  ");
            return new Line(text, isFrame, isFrame && LIBRARY.stream().noneMatch(text::startsWith));
        }
    }
}
