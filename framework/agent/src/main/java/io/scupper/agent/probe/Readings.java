package io.scupper.agent.probe;

import io.scupper.agent.jvm.Reach;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Takes a snapshot, with or without collecting garbage first. Used by the agent's thread alone. */
public final class Readings {

    private final Collector collector = new Collector();
    private final Pools pools;
    private final Network network;
    private final Gauges gauges;
    private final SoftReferences softReferences;

    /**
     * Makes a reader.
     *
     * @param agentPort the TCP port of the agent, whose sockets are left out
     */
    public Readings(Instrumentation instrumentation, Reach reach, Pools pools, int agentPort) {
        this.pools = pools;
        this.gauges = new Gauges(instrumentation, reach);
        this.softReferences = new SoftReferences(instrumentation);
        this.network = new Network(agentPort);
    }

    /** Looks out for values of these classes in the thread locals of live threads. */
    public void watchThreadLocals(List<String> classNames) {
        gauges.watchThreadLocals(classNames);
    }

    /** Reads the counted resources: milliseconds, and no collection. */
    public List<Line> peek() {
        var lines = new ArrayList<Line>();
        lines.add(heap(0, used(), 0));
        addCounted(lines, false);
        return lines;
    }

    /**
     * Collects and reads everything.
     *
     * @param ownBytes what the agent holds that the histogram cannot tell from the subject's, in bytes
     * @throws IllegalStateException if this JVM has no class histogram
     */
    public List<Line> collect(long ownBytes) {
        Histogram histogram = Histogram.parse(collector.collect());
        // Nothing has been allocated since the collection but the histogram's own text, which counts here.
        long used = used();
        var lines = new ArrayList<Line>();
        lines.add(heap(histogram.liveBytes() - ownBytes, used, softReferences.count(histogram)));
        histogram.addTo(lines);
        gauges.addTo(lines);
        addCounted(lines, true);
        return lines;
    }

    private void addCounted(List<Line> lines, boolean withTargets) {
        lines.add(Line.of(Verbs.COLLECTIONS, Collector.collections()));
        Threads.addTo(lines);
        network.addTo(lines, withTargets);
        pools.addTo(lines);
    }

    private static Line heap(long live, long used, long soft) {
        return Line.of(Verbs.HEAP, live, used, Runtime.getRuntime().maxMemory(), soft);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
