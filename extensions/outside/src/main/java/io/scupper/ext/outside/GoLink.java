package io.scupper.ext.outside;

import io.scupper.model.ClassCount;
import io.scupper.model.Origin;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Vitals;
import io.scupper.model.Witness;
import io.scupper.spi.OutsideLink;
import io.scupper.spi.Probe;
import io.scupper.spi.ProcessView;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one Go service. What allocates stands for the class of what it allocates: Go tells no classes. */
final class GoLink extends OutsideLink {

    /** The probe of numbers that the service publishes. */
    private static final String VARIABLES = "expvar";

    private static final String SERVED = "net/http.(*conn).serve";
    private static final String ACCEPTED = "net/http.(*Server).newConn";

    /** All that is known of a heap of which the profile has one object in many. As the JDK's classes it names nobody. */
    private static final String ALL_OBJECTS =
            "<objects of all kinds: set runtime.MemProfileRate = 1 to tell them apart>";

    private static final String INSTANCES = "instances of ";

    private final URI server;
    private final GoPages pages;
    private final List<String> variables;
    private final ProcessView process;
    private final HeldConnections planted = new HeldConnections();
    private List<String> watched = List.of();
    private AllocationSites before = AllocationSites.NONE;

    GoLink(URI server, GoPages pages, List<String> variables, ProcessView process) {
        super("pprof");
        this.server = server;
        this.pages = pages;
        this.variables = List.copyOf(variables);
        this.process = process;
    }

    @Override
    public synchronized Snapshot peek() {
        return snapshot(new Sample.Heap(0, 0, 0, 0), Map.of());
    }

    @Override
    public synchronized Snapshot collect() {
        HeapProfile profile = pages.heap();
        Map<String, Long> memory = profile.memory();
        long allocated = memory.getOrDefault("HeapAlloc", 0L);
        var heap = new Sample.Heap(allocated, memory.getOrDefault("HeapInuse", allocated), 0, 0);
        if (!profile.isExact()) {
            return snapshot(
                    heap, Map.of(ALL_OBJECTS, new ClassCount(memory.getOrDefault("HeapObjects", 0L), allocated)));
        }
        AllocationSites sites = AllocationSites.of(profile);
        // HeapAlloc has what the reading itself allocates, which is as much as the profile is long.
        return snapshot(new Sample.Heap(sites.bytes(), heap.usedBytes(), 0, 0), sites.classes());
    }

    private Snapshot snapshot(Sample.Heap heap, Map<String, ClassCount> classes) {
        Map<Resource, Long> gauges = new HashMap<>();
        pages.goroutines().forEach((name, count) -> gauges.put(Resource.count(Resource.GOROUTINES, name), count));
        pages.numbers(variables).forEach((name, count) -> gauges.put(Resource.count(VARIABLES, name), count));
        return new Snapshot(
                heap,
                0,
                classes,
                List.of(),
                process.sockets(),
                process.descriptors(),
                Map.of(),
                List.of(),
                gauges,
                Map.of());
    }

    @Override
    public List<Probe> probes() {
        return List.of(new GaugesProbe(Resource.GOROUTINES), new GaugesProbe(VARIABLES));
    }

    @Override
    public Vitals vitals() {
        return new Vitals(-1, -1, process.residentBytes(), process.limitBytes());
    }

    /** Connections are what can be planted from outside: each of them is a goroutine, objects, a socket and a descriptor. */
    @Override
    public Plant plant(int objects) {
        planted.open(server, objects);
        return new Plant(ACCEPTED, SERVED, server.getPort());
    }

    @Override
    public void uproot() {
        planted.close();
    }

    @Override
    public List<String> blindTo(Plant plant, int objects, Sample before, Sample with) {
        var shown = new Shown(objects, before, with)
                .require(
                        Resource.GOROUTINES,
                        SERVED::equals,
                        "A server that is not net/http's has none for each connection: -Dscupper.planting=off does without.")
                .require(
                        "heap",
                        objects(with) - objects(before),
                        "Its heap profile is taken of another process, or is turned off (runtime.MemProfileRate = 0).");
        if (process.isReadable()) {
            shown.require(
                            "sockets",
                            name -> name.startsWith("ESTABLISHED from"),
                            "It reads /proc of a process that may not be the service's.")
                    .require(
                            "descriptors",
                            "socket"::equals,
                            "It reads /proc of a process that may not be the service's.");
        }
        return shown.blind();
    }

    private static long objects(Sample sample) {
        return sample.instances(ACCEPTED) + sample.instances(ALL_OBJECTS);
    }

    @Override
    public List<ThreadStack> threads() {
        return pages.stacks();
    }

    /** Of instances alone anything can be seen: where they were allocated. */
    @Override
    public synchronized void witness(List<Witness> witnesses) {
        watched = witnesses.stream()
                .map(Witness::id)
                .filter(id -> id.startsWith(INSTANCES))
                .toList();
        before = AllocationSites.of(pages.heap());
    }

    @Override
    public synchronized Map<String, List<Origin>> origins() {
        AllocationSites now = AllocationSites.of(pages.heap());
        Map<String, List<Origin>> origins = new HashMap<>();
        watched.forEach(id -> origins.put(id, now.since(before, id.substring(INSTANCES.length()))));
        return origins;
    }

    @Override
    public synchronized void dismissWitnesses() {
        watched = List.of();
        before = AllocationSites.NONE;
    }

    @Override
    public void close() {
        planted.close();
    }
}
