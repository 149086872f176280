package io.scupper.ext.outside;

import io.scupper.ext.outside.MetricsText.Figure;
import io.scupper.model.Resource;
import io.scupper.model.Unit;
import java.util.List;
import java.util.Map;

/**
 * A metric whose name is known, and what it counts: those of the process, of Go's client library, and of the JVM by Micrometer.
 *
 * @param metric its name
 * @param where labels that it must have; empty for any
 * @param probe of the resource
 * @param name of the resource, with <code>{label}</code> for the value of a label
 */
record KnownMetric(String metric, Map<String, String> where, String probe, String name, Unit unit) {

    /** The probe and name of the descriptors that a process has open. */
    static final Resource OPEN = Resource.count("descriptors", "open");

    private static final List<KnownMetric> ALL = List.of(
            count("process_open_fds", OPEN.probe(), OPEN.name()),
            count("process_files_open_files", OPEN.probe(), OPEN.name()),
            count("go_goroutines", Resource.GOROUTINES, "all"),
            count("jvm_threads_live_threads", "threads", "live"),
            count("jvm_threads_current", "threads", "live"),
            count("hikaricp_connections_active", Resource.LEASES, "HikariCP '{pool}' leased"),
            count("hikaricp_connections_pending", Resource.LEASES, "HikariCP '{pool}' pending"),
            count("r2dbc_pool_acquired_connections", Resource.LEASES, "R2DBC '{name}' leased"),
            count("r2dbc_pool_pending_connections", Resource.LEASES, "R2DBC '{name}' pending"),
            new KnownMetric(
                    "httpcomponents_httpclient_pool_total_connections",
                    Map.of("state", "leased"),
                    Resource.LEASES,
                    "Apache HttpClient '{httpclient}' leased",
                    Unit.COUNT),
            count(
                    "httpcomponents_httpclient_pool_total_pending",
                    Resource.LEASES,
                    "Apache HttpClient '{httpclient}' pending"),
            count("executor_queued_tasks", "tasks", "queued in {name}"),
            new KnownMetric("jvm_buffer_memory_used_bytes", Map.of(), Resource.BUFFERS, "{id}", Unit.BYTES),
            count("jvm_classes_loaded_classes", Resource.CLASSES, "loaded"));

    /** Returns what is resident of the process, which is told and not judged. */
    static final String RESIDENT = "process_resident_memory_bytes";

    private static KnownMetric count(String metric, String probe, String name) {
        return new KnownMetric(metric, Map.of(), probe, name, Unit.COUNT);
    }

    static List<KnownMetric> all() {
        return ALL;
    }

    boolean is(Figure figure) {
        return figure.name().equals(metric) && figure.labels().entrySet().containsAll(where.entrySet());
    }

    Resource resource(Figure figure) {
        String filled = name;
        for (Map.Entry<String, String> label : figure.labels().entrySet()) {
            filled = filled.replace("{" + label.getKey() + "}", label.getValue());
        }
        return new Resource(probe, filled, unit);
    }
}
