package io.scupper.ext.rabbitmq;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.spi.Probe;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what waits in the queues of a RabbitMQ, {@code rabbitmq:queue 'orders' ready} and {@code … unacknowledged}, and its
 * connections and channels. Queues whose names differ in digits or are made by the broker ({@code amq.gen-…}) are one group.
 */
final class QueuesProbe implements Probe {

    static final String NAME = "rabbitmq";

    private final String server;
    private final Management management;

    /** Makes a probe of the companion {@code server}. */
    QueuesProbe(String server, Management management) {
        this.server = server;
        this.management = management;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        var counts = new TreeMap<Resource, Long>();
        counts.put(count("connections"), management.connections());
        counts.put(count("channels"), management.channels());
        for (Management.Queue queue : management.queues()) {
            String label = "queue '" + group(queue.name()) + "'";
            counts.merge(count(label + " ready"), queue.ready(), Long::sum);
            counts.merge(count(label + " unacknowledged"), queue.unacknowledged(), Long::sum);
        }
        return counts;
    }

    static String group(String name) {
        return name.startsWith("amq.gen-") ? "amq.gen-*" : name.replaceAll("\\d+", "*");
    }

    /** A second RabbitMQ beside the one of the usual name must not have its counts taken for that one's. */
    private Resource count(String what) {
        return Resource.count(NAME, server.equals(NAME) ? what : what + " of " + server);
    }
}
