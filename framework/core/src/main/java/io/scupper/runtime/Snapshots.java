package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.ClassCount;
import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.Snapshot.FaultCount;
import io.scupper.model.Snapshot.PoolState;
import io.scupper.model.Snapshot.SocketState;
import io.scupper.model.Snapshot.ThreadState;
import io.scupper.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a snapshot from the lines of an answer. */
final class Snapshots {

    private Sample.Heap heap = new Sample.Heap(0, 0, 0, 0);
    private long collections;
    private final Map<String, ClassCount> classes = new HashMap<>();
    private final List<ThreadState> threads = new ArrayList<>();
    private final List<SocketState> sockets = new ArrayList<>();
    private final Map<String, Long> descriptors = new HashMap<>();
    private final Map<String, Long> targets = new HashMap<>();
    private final List<PoolState> pools = new ArrayList<>();
    private final Map<Resource, Long> gauges = new HashMap<>();
    private final Map<String, FaultCount> sites = new HashMap<>();

    private Snapshots() {}

    /** Reads an answer; lines of kinds that this version does not know are passed over. */
    static Snapshot of(List<Line> answer) {
        var read = new Snapshots();
        answer.forEach(read::add);
        return new Snapshot(
                read.heap,
                read.collections,
                read.classes,
                read.threads,
                read.sockets,
                read.descriptors,
                read.targets,
                read.pools,
                read.gauges,
                read.sites);
    }

    private void add(Line line) {
        switch (line.keyword()) {
            case Verbs.HEAP -> heap = new Sample.Heap(line.number(0), line.number(1), line.number(2), line.number(3));
            case Verbs.COLLECTIONS -> collections = line.number(0);
            // Shared between snapshots: in this very JVM a new text for each would be growth.
            case Verbs.CLASS -> classes.put(line.text(0).intern(), new ClassCount(line.number(1), line.number(2)));
            case Verbs.THREAD -> threads.add(thread(line));
            case Verbs.SOCKET -> sockets.add(socket(line));
            case Verbs.DESCRIPTOR -> descriptors.put(line.text(0), line.number(1));
            case Verbs.TARGET -> targets.put(line.text(0), line.number(1));
            case Verbs.POOL -> pools.add(pool(line));
            case Verbs.GAUGE ->
                gauges.put(new Resource(line.text(0), line.text(1), Unit.valueOf(line.text(2))), line.number(3));
            case Verbs.SITE -> sites.put(line.text(0), count(line));
            default -> {}
        }
    }

    private static ThreadState thread(Line line) {
        var stack = new ArrayList<String>();
        for (int i = 2; i < line.size(); i++) {
            stack.add(line.text(i));
        }
        return new ThreadState(line.text(0), line.text(1), stack);
    }

    private static SocketState socket(Line line) {
        return new SocketState(line.text(0), line.text(1), (int) line.number(2), line.text(3), (int) line.number(4));
    }

    private static PoolState pool(Line line) {
        return new PoolState(
                line.text(0), line.text(1), line.number(2), line.number(3), line.number(4), line.number(5));
    }

    private static FaultCount count(Line line) {
        return new FaultCount(line.number(1), line.number(2), line.number(3), line.number(4), line.number(5));
    }
}
