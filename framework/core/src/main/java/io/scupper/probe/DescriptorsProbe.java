package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Counts open file descriptors by kind, for example {@code descriptors:file}. Counts nothing where the subject's system
 * has no {@code /proc}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DescriptorsProbe implements Probe {

    @Override
    public String name() {
        return "descriptors";
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        snapshot.descriptors().forEach((kind, count) -> counts.put(Resource.count(name(), kind), count));
        return counts;
    }
}
