package io.scupper.html;

import io.scupper.html.RunRecord.Probe;
import io.scupper.trace.Frames;
import java.util.List;

/**
 * One suspect as a leak trace: what grew, then one line of evidence under the other, who holds it, who brought it forth, then what to
 * do.
 *
 * @param perOperation with its unit; empty where no finding has the suspect's name
 * @param culprit class and member of the application; empty if none is named
 * @param fingerprint of the leak; empty if it has none
 * @param spark how it moved over the run
 */
record Trace(
        String name,
        String what,
        String perOperation,
        String culprit,
        List<Line> lines,
        List<Holder> holders,
        List<Stack> stacks,
        String fingerprint,
        String advice,
        String spark) {

    static Trace of(SuspectRecord suspect, RunRecord run, Timeline timeline) {
        Probe probe = run.probes().stream()
                .filter(each -> each.name().equals(suspect.probe()))
                .findFirst()
                .orElse(null);
        return new Trace(
                Text.readable(suspect.probe()),
                suspect.what(),
                probe == null ? "" : Text.perOperation(Text.unit(probe.unit()), probe.perOperation()),
                suspect.culprit(),
                suspect.evidence().stream().map(Line::of).toList(),
                Holder.of(suspect.held(), timeline.operationsOfARound()),
                suspect.made().stream().map(Stack::of).toList(),
                suspect.fingerprint(),
                suspect.advice(),
                Spark.of(timeline.values(suspect.probe())));
    }

    /**
     * One line of evidence.
     *
     * @param isFrame whether it is a stack frame
     * @param isOwn whether that frame is the application's
     */
    record Line(String text, boolean isFrame, boolean isOwn) {

        static Line of(String evidence) {
            String text = evidence.strip();
            return evidence.startsWith("  ") ? frame(text) : new Line(text, false, false);
        }

        static Line frame(String text) {
            return new Line(text, true, Frames.isApplication(text));
        }
    }
}
