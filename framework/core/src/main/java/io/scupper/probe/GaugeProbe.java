package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes one kind of the agent's gauges as it is: {@code buffers:direct} in bytes, {@code classes:loaded} and
 * {@code loaders}, {@code delete-on-exit:files}, {@code thread-locals:com.acme.Context}. Reads nothing while the subject settles, because only a collection gives
 * these back.
 */
record GaugeProbe(String name) implements Probe {

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<>(snapshot.gauges());
        counts.keySet().removeIf(resource -> !resource.probe().equals(name));
        return counts;
    }
}
