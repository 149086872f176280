package io.scupper.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The throughput of a variant as a ratio to that of the service alone, from phases that were taken by turns: one ratio of medians
 * for each start of the JVMs, whose compilers never decide quite alike, and their median.
 */
final class Ratio {

    private final String what;
    private final List<Double> starts = new ArrayList<>();
    private double calls;
    private double processor;
    private double baseCalls;
    private double baseProcessor;

    Ratio(String what) {
        this.what = what;
    }

    /** Adds the phases of one start; returns the ratio of their medians. */
    double add(List<Service.Load> base, List<Service.Load> variant) {
        baseCalls += base.stream().mapToLong(Service.Load::calls).sum();
        baseProcessor += base.stream().mapToDouble(Service.Load::processor).sum();
        calls += variant.stream().mapToLong(Service.Load::calls).sum();
        processor += variant.stream().mapToDouble(Service.Load::processor).sum();
        double ratio = median(throughputs(variant)) / median(throughputs(base));
        starts.add(ratio);
        return ratio;
    }

    /** Returns what it came to, beside what is allowed. */
    String inWords(double least) {
        double[] sorted = starts.stream().mapToDouble(each -> each).sorted().toArray();
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
                processor / calls / (baseProcessor / baseCalls));
    }

    private static double[] throughputs(List<Service.Load> phases) {
        return phases.stream().mapToDouble(Service.Load::callsPerSecond).toArray();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
