package io.scupper.gate.trend;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is kept of one build.
 *
 * @param id as the pipeline names it
 * @param figures by the key of the test and the name of the figure
 */
public record Build(String id, Map<String, Map<String, Double>> figures) {

    public Build {
        figures = Map.copyOf(figures);
    }

    /** Returns one figure of one test; empty if this build has it not. */
    public OptionalDouble figure(String test, String figure) {
        Double value = figures.getOrDefault(test, Map.of()).get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
