package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Snapshots typed in as data, and what a probe makes of them by label. */
final class Snapshots {

    private Snapshots() {}

    static Snapshot threads(String... names) {
        return of(
                Stream.of(names)
                        .map(name -> new Snapshot.ThreadState(name, "WAITING", List.of()))
                        .toList(),
                List.of(),
                Map.of(),
                List.of());
    }

    static Snapshot sockets(Snapshot.SocketState... sockets) {
        return of(List.of(), List.of(sockets), Map.of(), List.of());
    }

    static Snapshot descriptors(Map<String, Long> descriptors) {
        return of(List.of(), List.of(), descriptors, List.of());
    }

    static Snapshot pools(Snapshot.PoolState... pools) {
        return of(List.of(), List.of(), Map.of(), List.of(pools));
    }

    static Map<String, Long> read(Probe probe, Snapshot snapshot) {
        var labels = new TreeMap<String, Long>();
        for (Map.Entry<Resource, Long> entry : probe.read(snapshot).entrySet()) {
            labels.put(entry.getKey().label(), entry.getValue());
        }
        return labels;
    }

    private static Snapshot of(
            List<Snapshot.ThreadState> threads,
            List<Snapshot.SocketState> sockets,
            Map<String, Long> descriptors,
            List<Snapshot.PoolState> pools) {
        return new Snapshot(
                new Sample.Heap(0, 0, 0, 0),
                0,
                Map.of(),
                threads,
                sockets,
                descriptors,
                Map.of(),
                pools,
                Map.of(),
                Map.of());
    }
}
