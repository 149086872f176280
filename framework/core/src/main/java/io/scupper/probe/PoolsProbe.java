package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Counts what each connection pool has lent out and who waits for it: {@code leases:HikariCP 'orders' leased} and
 * {@code pending}. What is idle in a pool is not counted, because it need not return to anything. Pools that are called
 * the same are counted together.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PoolsProbe implements Probe {

    @Override
    public String name() {
        return Resource.LEASES;
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        for (Snapshot.PoolState pool : snapshot.pools()) {
            String label = pool.label();
            counts.merge(Resource.count(name(), label + " leased"), pool.leased(), Long::sum);
            counts.merge(Resource.count(name(), label + " pending"), pool.pending(), Long::sum);
        }
        return counts;
    }
}
