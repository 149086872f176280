package io.scupper.explain;

import io.scupper.model.Finding;
import io.scupper.model.Interval;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Sample;
import java.util.Arrays;

/** How fast what a finding is about grew where the fault was not armed. */
final class Rates {

    private Rates() {}

    /** Returns how much it grew for each operation of the control rounds. */
    static double control(Rounds rounds, Finding finding) {
        Rounds.Count count = count(finding);
        long operations = rounds.control().stream()
                .map(Round::sample)
                .mapToLong(Sample::operations)
                .sum();
        return Arrays.stream(rounds.controlDeltas(count)).sum() / (double) Math.max(1, operations);
    }

    /** Returns how much it grew from one sample to another. */
    static double in(Interval interval, Finding finding) {
        return interval.delta(count(finding));
    }

    private static Rounds.Count count(Finding finding) {
        if (finding.name().startsWith("heap:")) {
            String className = finding.name().substring("heap:".length());
            return sample -> sample.instances(className);
        }
        if (finding.name().startsWith("heap")) {
            return sample -> sample.heap().liveBytes();
        }
        return sample -> sample.counted().entrySet().stream()
                .filter(entry -> belongs(entry.getKey(), finding.name()))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    private static boolean belongs(Resource resource, String finding) {
        return resource.label().equals(finding) || finding.equals(resource.probe() + " bound");
    }
}
