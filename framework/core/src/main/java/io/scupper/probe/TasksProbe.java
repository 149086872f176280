package io.scupper.probe;

import io.scupper.model.ClassCount;
import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what waits to be run, by the JDK's own classes after a collection: virtual threads (JDK 21 and later), which no
 * list of threads has, and scheduled tasks. By class alone they would be JDK classes, of which nobody knows who holds them.
 */
final class TasksProbe implements Probe {

    /** A {@code TimerTask} is a class of the application, and judged as such. */
    private static final Map<String, String> CLASSES = Map.of(
            "java.lang.VirtualThread", "virtual threads",
            "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "scheduled");

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        CLASSES.forEach((type, what) -> {
            ClassCount count = snapshot.classes().get(type);
            if (count != null) {
                counts.put(Resource.count(name(), what), count.instances());
            }
        });
        return counts;
    }
}
