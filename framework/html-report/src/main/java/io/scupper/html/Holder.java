package io.scupper.html;

import io.scupper.model.HeapPath;
import io.scupper.trace.PathLine;
import io.scupper.trace.TraceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Who holds what grew, as a page shows it.
 *
 * @param opening how it stands to the holder before
 * @param place what grows and by how much, in one sentence; empty if that is not known
 * @param rows from the root to what grew
 */
record Holder(String opening, String place, List<Row> rows) {

    /** Steps further down are not indented any more. */
    private static final int MOST_DEPTH = 10;

    /** Returns the holders of a suspect. */
    static List<Holder> of(List<HeapPath> paths, long operations) {
        var holders = new ArrayList<Holder>();
        for (HeapPath path : paths) {
            var rows = new ArrayList<Row>();
            for (PathLine line : PathLine.of(path)) {
                rows.add(Row.of(line, Math.min(rows.size(), MOST_DEPTH), path, operations));
            }
            holders.add(new Holder(holders.isEmpty() ? "Held by" : "Also held by", place(path.place()), rows));
        }
        return holders;
    }

    private static String place(HeapPath.Place place) {
        return place.name().isEmpty()
                ? ""
                : "%s (%s) went from %d to %d %s in a round"
                        .formatted(
                                place.name(),
                                place.type(),
                                place.entries().before(),
                                place.entries().after(),
                                place.unit());
    }

    /**
     * One step.
     *
     * @param count of the objects; empty for one
     * @param growth by how much they became more; empty where they did not
     * @param retained what the place holds alone; empty where nothing grows, or that is not known
     * @param culprit the member of the application that leads here; empty if none does
     */
    record Row(int depth, String edge, String what, String count, String growth, String retained, String culprit) {

        static Row of(PathLine line, int depth, HeapPath path, long operations) {
            long objects = line.objects().after();
            return new Row(
                    depth,
                    line.edge(),
                    line.what(),
                    depth > 0 && objects > 1 ? objects + " ×" : "",
                    line.isGrowing() ? line.growth(operations).replace('-', '\u2212') : "",
                    line.isGrowing() ? TraceText.retainedBy(path) : "",
                    line.isCulprit() ? TraceText.culpritOf(path) : "");
        }
    }
}
