package io.scupper.html;

import io.scupper.html.RunRecord.Probe;
import io.scupper.html.RunRecord.Sample;
import io.scupper.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows how a finding came about: what was measured, against which threshold. It repeats the figures of the rules for people and
 * decides nothing; thresholds are those of the record, and what a record does not hold is left out.
 */
final class Arithmetic {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "[", "<");

    private final RunRecord run;
    private final Timeline timeline;

    Arithmetic(RunRecord run, Timeline timeline) {
        this.run = run;
        this.timeline = timeline;
    }

    /** Returns the steps, one sentence each; none where the record has no thresholds. */
    List<String> of(Probe probe) {
        if (run.thresholds().isEmpty()) {
            return List.of();
        }
        if (probe.name().equals("heap")) {
            return heap(probe);
        }
        List<Long> deltas = timeline.deltas(timeline.values(probe.name()));
        if (deltas.isEmpty()) {
            return List.of();
        }
        return probe.name().startsWith("heap:") ? ofClass(probe, deltas) : counted(probe, deltas);
    }

    private List<String> heap(Probe probe) {
        double slack = Math.max(threshold("heapSlackBytes"), threshold("heapSlack") * probe.baseline());
        return List.of(
                difference(probe),
                "Allowed without an explanation by class: %s, the larger of %s and %s of the baseline."
                        .formatted(
                                Text.value(Unit.BYTES, slack),
                                Text.value(Unit.BYTES, threshold("heapSlackBytes")),
                                Text.percent(threshold("heapSlack"))));
    }

    private List<String> ofClass(Probe probe, List<Long> deltas) {
        double mean = deltas.stream().mapToLong(Long::longValue).average().orElse(0);
        long operations = Math.max(1, timeline.operationsOfARound());
        boolean isJdk = JDK.stream().anyMatch(probe.name().substring("heap:".length())::startsWith);
        double least = threshold(isJdk ? "jdkShare" : "leakingShare");
        var steps = new ArrayList<String>();
        steps.add(difference(probe));
        steps.add("Grew in %d of %d rounds; a suspect grows in each."
                .formatted(deltas.stream().filter(delta -> delta > 0).count(), deltas.size()));
        steps.add("On average %s in a round of %d operations, a share of %s; a suspect has %s at least."
                .formatted(
                        Text.change(Unit.COUNT, mean),
                        operations,
                        Text.percent(mean / operations),
                        Text.percent(least)));
        if (mean > 0) {
            steps.add(scatter(deltas, mean));
        }
        return steps;
    }

    private String scatter(List<Long> deltas, double mean) {
        double scatter = deltas.stream()
                        .mapToDouble(delta -> (delta - mean) * (delta - mean))
                        .sum()
                / mean;
        double allowed = threshold("scatterPerRound") * deltas.size();
        return String.format(
                Locale.ROOT,
                "Scatter of the growth, Σ(d−m)²/m: %.1f; a suspect has %.0f at the most for each instance kept per operation.",
                scatter,
                allowed);
    }

    private List<String> counted(Probe probe, List<Long> deltas) {
        var steps = new ArrayList<String>();
        steps.add(difference(probe));
        if (probe.settled() <= probe.baseline()) {
            return steps;
        }
        List<Integer> judged = timeline.judged();
        double share = threshold("countedShare");
        double leastAtAll = probe.unit().equals(Unit.BYTES.name()) ? threshold("countedSlackBytes") / 10 : 1;
        int counting = 0;
        int grown = 0;
        long injected = 0;
        for (int i = 0; i < deltas.size(); i++) {
            Sample sample = timeline.samples().get(judged.get(i));
            if (timeline.counts(sample)) {
                long here = timeline.injected(sample);
                counting++;
                injected += here;
                grown += deltas.get(i) >= Math.max(leastAtAll, share * here) ? 1 : 0;
            }
        }
        steps.add("Grew by %s of what was injected or more in %d of %d rounds; a leak does in %d."
                .formatted(
                        Text.percent(share), grown, counting, (long) Math.ceil(threshold("countedRounds") * counting)));
        if (probe.unit().equals(Unit.COUNT.name()) && injected > 0) {
            steps.add("%s of %d injected is a share of %s; a leak has %s at least."
                    .formatted(
                            Text.change(Unit.COUNT, probe.settled() - probe.baseline()),
                            injected,
                            Text.percent((probe.settled() - probe.baseline()) / injected),
                            Text.percent(share)));
        }
        return steps;
    }

    private static String difference(Probe probe) {
        Unit unit = Text.unit(probe.unit());
        return "%s settled \u2212 %s baseline = %s."
                .formatted(
                        Text.value(unit, probe.settled()),
                        Text.value(unit, probe.baseline()),
                        Text.change(unit, probe.settled() - probe.baseline()));
    }

    private double threshold(String name) {
        return run.thresholds().getOrDefault(name, 0.0);
    }
}
