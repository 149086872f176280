package io.scupper.ext.outside;

import io.scupper.spi.AgentLink;
import io.scupper.spi.ProcessView;
import io.scupper.spi.SubjectReader;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Reads any service by the metrics that it exposes in the text of Prometheus or OpenMetrics. What a process, Go's client library and
 * Micrometer for the JVM call theirs is known; others are given by name. Its heap is not judged, since nobody can ask for a
 * collection that way. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MetricsService implements SubjectReader {

    private final String path;
    private final List<NamedMetric> named;

    private MetricsService(String path, List<NamedMetric> named) {
        this.path = path;
        this.named = List.copyOf(named);
    }

    /** Reads a path, for example {@code /metrics} or {@code /actuator/prometheus}. */
    public static MetricsService at(String path) {
        return new MetricsService(path, List.of());
    }

    /**
     * Counts one more metric, which must be a gauge: what is in the service now, and not what ever was.
     *
     * @param metric its name, with labels or without; the figures of all that have them are added
     * @throws io.scupper.model.ScupperException if it is no name of a metric
     */
    public MetricsService counting(String metric) {
        return new MetricsService(
                path,
                Stream.concat(named.stream(), Stream.of(NamedMetric.of(metric))).toList());
    }

    @Override
    public String description() {
        return "metrics (descriptors and goroutines shown to be seen, the others taken at their word)";
    }

    @Override
    public AgentLink connect(URI http, ProcessView process) {
        var link = new MetricsLink(http, new Page(http), path, named, process);
        // What cannot be read is to be known before anything is sent.
        link.peek();
        return link;
    }
}
