package io.scupper.probe;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadNames;
import io.scupper.spi.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Counts the live threads of each group of names, for example {@code threads:orders-worker-*}. There is no total beside
 * the groups, because it would count every thread a second time. Left out are the JVM's own threads and those of Scupper.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ThreadsProbe implements Probe {

    private static final String OWN = "scupper-";

    /** The JVM starts and ends these as it sees fit, on HotSpot of JDK 11 to 25, whatever the subject does. */
    private static final List<String> OF_THE_JVM = List.of(
            "Attach Listener",
            "C1 CompilerThread",
            "C2 CompilerThread",
            "Common-Cleaner",
            "DestroyJavaVM",
            "Finalizer",
            "JFR ",
            "JMX server connection timeout",
            "MasterPoller",
            "Monitor Deflation Thread",
            "Notification Thread",
            "Read-Poller",
            "Reference Handler",
            "RMI ",
            "Service Thread",
            "Signal Dispatcher",
            "Sweeper thread",
            "VirtualThread-unblocker",
            "VirtualThread-unparker",
            "Write-Poller",
            "process reaper");

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        for (Snapshot.ThreadState thread : snapshot.threads()) {
            if (isTheSubjects(thread.name())) {
                counts.merge(Resource.count(name(), ThreadNames.group(thread.name())), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static boolean isTheSubjects(String name) {
        return !name.startsWith(OWN) && OF_THE_JVM.stream().noneMatch(name::startsWith);
    }
}
