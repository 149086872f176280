package io.scupper.ext.outside;

import io.scupper.ext.outside.MetricsText.Figure;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.Vitals;
import io.scupper.spi.OutsideLink;
import io.scupper.spi.Probe;
import io.scupper.spi.ProcessView;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one service by its metrics. */
final class MetricsLink extends OutsideLink {

    /** The probe of metrics that a test has named. */
    private static final String NAMED = "metrics";

    private static final String ADVICE = "Say where the service exposes its metrics: MetricsService.at(path).";
    private static final String OTHERS = "The figure is of another process, or of a proxy before it.";

    private final URI server;
    private final Page page;
    private final String path;
    private final List<NamedMetric> named;
    private final ProcessView process;
    private final HeldConnections planted = new HeldConnections();

    MetricsLink(URI server, Page page, String path, List<NamedMetric> named, ProcessView process) {
        super("metrics");
        this.server = server;
        this.page = page;
        this.path = path;
        this.named = List.copyOf(named);
        this.process = process;
    }

    @Override
    public boolean readsTheHeap() {
        return false;
    }

    @Override
    public Snapshot peek() {
        return new Snapshot(
                new Sample.Heap(0, 0, 0, 0),
                0,
                Map.of(),
                List.of(),
                process.sockets(),
                process.descriptors(),
                Map.of(),
                List.of(),
                gauges(),
                Map.of());
    }

    /** As without one: nobody can ask for a collection. */
    @Override
    public Snapshot collect() {
        return peek();
    }

    private Map<Resource, Long> gauges() {
        List<Figure> figures = figures();
        Map<Resource, Long> gauges = new HashMap<>();
        for (Figure figure : figures) {
            KnownMetric.all().stream()
                    .filter(known -> known.is(figure))
                    .map(known -> known.resource(figure))
                    // The system itself has told them by kind.
                    .filter(resource -> !(resource.equals(KnownMetric.OPEN) && process.isReadable()))
                    .forEach(resource -> gauges.merge(resource, Math.round(figure.value()), Long::sum));
        }
        named.forEach(metric -> gauges.put(Resource.count(NAMED, metric.written()), metric.in(figures)));
        return gauges;
    }

    private List<Figure> figures() {
        return MetricsText.parse(page.get(path, ADVICE));
    }

    @Override
    public List<Probe> probes() {
        return List.of(
                new GaugesProbe("descriptors"),
                new GaugesProbe("threads"),
                new GaugesProbe("tasks"),
                new GaugesProbe(Resource.GOROUTINES),
                new GaugesProbe(Resource.LEASES),
                new GaugesProbe(NAMED));
    }

    @Override
    public Vitals vitals() {
        long resident = process.isReadable()
                ? process.residentBytes()
                : figures().stream()
                        .filter(figure -> figure.name().equals(KnownMetric.RESIDENT))
                        .mapToLong(figure -> Math.round(figure.value()))
                        .findFirst()
                        .orElse(-1);
        return new Vitals(-1, -1, resident, process.limitBytes());
    }

    /** Connections are what can be planted in any server from outside. */
    @Override
    public Plant plant(int objects) {
        planted.open(server, objects);
        return new Plant("", "", server.getPort());
    }

    @Override
    public void uproot() {
        planted.close();
    }

    @Override
    public List<String> blindTo(Plant plant, int objects, Sample before, Sample with) {
        var shown = new Shown(objects, before, with);
        boolean hasDescriptors = process.isReadable() || with.count(KnownMetric.OPEN) > 0;
        if (!hasDescriptors) {
            return List.of(
                    ("Nothing that is read can show that it sees anything: %d connections were held open from outside, and the"
                                    + " service exposes neither process_open_fds nor process_files_open_files. Expose one of them, or say"
                                    + " -Dscupper.planting=off to take its figures at their word.")
                            .formatted(objects));
        }
        shown.require("descriptors", name -> name.equals("open") || name.equals("socket"), OTHERS);
        if (with.count(Resource.count(Resource.GOROUTINES, "all")) > 0) {
            shown.require(Resource.GOROUTINES, "all"::equals, OTHERS);
        }
        return shown.blind();
    }

    @Override
    public void close() {
        planted.close();
    }
}
