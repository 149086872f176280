package io.scupper.ext.redis;

import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import java.util.List;
import java.util.Map;

/** A snapshot for probes that look elsewhere. */
final class Snapshots {

    static final Snapshot NONE = new Snapshot(
            new Sample.Heap(0, 0, 0, 0),
            0,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of());

    private Snapshots() {}
}
