package io.scupper.gate.trend;

import java.util.Map;

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
}
