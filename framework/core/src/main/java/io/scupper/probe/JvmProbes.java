package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.spi.Peer;
import io.scupper.spi.Probe;
import java.util.List;
import org.apiguardian.api.API;

/** The probes that every JVM is watched with. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JvmProbes {

    private JvmProbes() {}

    /** Returns them all. They have no state, so one list serves every run. */
    public static List<Probe> all() {
        return all(List.of());
    }

    /** Returns them all, knowing by name whom the subject calls. */
    public static List<Probe> all(List<Peer> peers) {
        return List.of(
                new ThreadsProbe(),
                new SocketsProbe(peers),
                new DescriptorsProbe(),
                new PoolsProbe(),
                new TasksProbe(),
                new GaugeProbe(Resource.BUFFERS),
                new GaugeProbe(Resource.CLASSES),
                new GaugeProbe(Resource.DELETE_ON_EXIT),
                new GaugeProbe(Resource.THREAD_LOCALS));
    }
}
