package io.scupper.ext.outside;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;

/** Takes one kind of what was read beside the heap as it is, for example {@code goroutines:main.awaitApproval}. */
record GaugesProbe(String name) implements Probe {

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<>(snapshot.gauges());
        counts.keySet().removeIf(resource -> !resource.probe().equals(name));
        return counts;
    }
}
