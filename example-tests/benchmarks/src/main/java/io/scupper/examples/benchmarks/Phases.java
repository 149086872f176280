package io.scupper.examples.benchmarks;

import java.util.List;

/** What a service was called in several turns while it stayed as it was. */
record Phases(List<Service.Load> loads) {

    /** Returns the median of the turns. */
    double callsPerSecond() {
        return Ratio.median(
                loads.stream().mapToDouble(Service.Load::callsPerSecond).toArray());
    }

    /** Returns the seconds that the service's threads took for a call, on the average. */
    double processorPerCall() {
        return loads.stream().mapToDouble(Service.Load::processor).sum()
                / loads.stream().mapToLong(Service.Load::calls).sum();
    }
}
