package io.scupper.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much a change of a service changes its throughput, beside one that stays as it was: one ratio for each start of the JVMs. */
final class Ratio {

    private final String what;
    private final List<Double> throughputs = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();

    Ratio(String what) {
        this.what = what;
    }

    /** Adds one start; returns the ratio of the throughputs. */
    double add(Phases base, Phases baseLater, Phases variant, Phases variantLater) {
        double ratio = variantLater.callsPerSecond()
                / variant.callsPerSecond()
                / (baseLater.callsPerSecond() / base.callsPerSecond());
        throughputs.add(ratio);
        processor.add(variantLater.processorPerCall()
                / variant.processorPerCall()
                / (baseLater.processorPerCall() / base.processorPerCall()));
        return ratio;
    }

    /** Returns what it came to, beside what is allowed. */
    String inWords(double least) {
        double[] sorted = sorted(throughputs);
        return String.format(
                Locale.ROOT,
                "%s: %.4f of the throughput without an agent (median of %d starts, from %.4f to %.4f; allowed is %.2f and more);"
                        + " processor time of the service for a call %.4f",
                what,
                median(sorted),
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1],
                least,
                median(sorted(processor)));
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(each -> each).sorted().toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
