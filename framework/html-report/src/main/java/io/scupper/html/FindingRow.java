package io.scupper.html;

import io.scupper.html.RunRecord.Probe;
import io.scupper.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One finding as the table shows it.
 *
 * @param kindMeans what its kind means, for any finding
 * @param rounds how it moved in each judged round; empty where that was not kept
 * @param steps the arithmetic
 */
record FindingRow(
        String name,
        Outcome outcome,
        String kind,
        String kindMeans,
        String baseline,
        String settled,
        String change,
        String perOperation,
        String rounds,
        String reason,
        List<String> steps) {

    private static final Map<String, String> MEANS = Map.of(
            "RETURNED", "never left its baseline, or is back",
            "STEP", "stepped up once and stayed, as a pool that starts does",
            "WITHIN_TOLERANCE", "above its baseline by too little to count",
            "GROWTH", "grows with the operations",
            "COLLECTED", "given back by the garbage collector alone",
            "BOUNDED", "grew for a while and came to rest",
            "ABOVE_BOUND", "above the bound that the test set",
            "UNDECIDED", "not back, and with no pattern that could be called a leak");

    /** Tells whether it is clean, and ended where it began without a round that grew. */
    boolean isQuiet() {
        return outcome == Outcome.CLEAN && change.equals("0") && perOperation.equals("0");
    }

    static FindingRow of(Probe probe, Timeline timeline, Arithmetic arithmetic) {
        Unit unit = Text.unit(probe.unit());
        return new FindingRow(
                Text.readable(probe.name()),
                probe.verdict(),
                probe.kind().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                MEANS.getOrDefault(probe.kind(), ""),
                Text.value(unit, probe.baseline()),
                Text.value(unit, probe.settled()),
                Text.change(unit, probe.settled() - probe.baseline()),
                Text.perOperation(unit, probe.perOperation()),
                rounds(unit, timeline.deltas(timeline.values(probe.name()))),
                probe.reason(),
                arithmetic.of(probe));
    }

    private static String rounds(Unit unit, List<Long> deltas) {
        if (!deltas.isEmpty() && deltas.stream().distinct().count() == 1) {
            return "%d × %s".formatted(deltas.size(), Text.change(unit, deltas.get(0)));
        }
        return deltas.stream().map(delta -> Text.change(unit, delta)).collect(Collectors.joining("  "));
    }
}
