package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Clients of the fault's own for which Redis holds memory as long as they are armed. It fires with each operation during
 * which they stand; one that Redis has cut off is told of, and comes back with the next operation. To lift it is to close
 * them, and Redis frees what it held: nothing is left to compensate.
 */
final class HeldClients implements PreparedFault {

    private final RedisServer server;
    private final Holding holding;
    private final int wanted;
    private final RedisConnection redis;
    private final List<HeldClient> clients = new ArrayList<>();

    private boolean armed;
    private long operations;
    private long fired;
    private long cutOff;
    private long peakBytes;
    private long refusedBefore;
    private long refused;

    /** Makes as many clients as {@code wanted} when it is armed. */
    HeldClients(RedisServer server, Holding holding, int wanted) {
        this.server = server;
        this.holding = holding;
        this.wanted = wanted;
        this.redis = new RedisConnection(server.address(), "held-clients");
    }

    @Override
    public synchronized void arm() {
        operations = 0;
        fired = 0;
        cutOff = 0;
        peakBytes = 0;
        refused = 0;
        refusedBefore = refusals();
        armed = true;
        holding.prepare(redis);
        stand();
    }

    @Override
    public synchronized void lift() {
        if (armed) {
            armed = false;
            look();
            clients.forEach(HeldClient::close);
            clients.clear();
            holding.cleanUp(redis);
        }
    }

    @Override
    public void compensate() {}

    @Override
    public synchronized FaultReport report() {
        long standing = armed ? look() : 0;
        String cut = cutOff == 0
                ? ""
                : "; Redis cut off %d of its connections, for its limit of what it holds for one is lower"
                        .formatted(cutOff);
        String oom = refused == 0 ? "" : "; Redis refused %d commands for want of memory".formatted(refused);
        return new FaultReport(
                operations,
                fired,
                standing,
                "Redis held up to %s of %s for %d %s%s%s"
                        .formatted(
                                ByteSize.format(peakBytes),
                                holding.inWords(),
                                wanted,
                                wanted == 1 ? "connection" : "connections",
                                cut,
                                oom));
    }

    /** Counts operations, and keeps the clients standing: its traffic is its connections. */
    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public synchronized void operate() throws IOException {
        if (armed) {
            try {
                operations++;
                fired += look() > 0 ? 1 : 0;
                stand();
            } catch (ScupperException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    @Override
    public synchronized void close() {
        try (redis) {
            lift();
        } catch (ScupperException e) {
            // A Redis that has ended holds nothing, and its end is the probe's error to raise.
            clients.forEach(HeldClient::close);
            clients.clear();
        }
    }

    /** Fills up to the wanted number. */
    private void stand() {
        while (clients.size() < wanted) {
            clients.add(HeldClient.connect(server.address(), holding));
        }
        look();
    }

    /** Reads what Redis holds for them, drops them all if it has cut one off, and returns how many were there. */
    private long look() {
        List<RedisClient> listed = redis.ownClients(holding.name());
        peakBytes =
                Math.max(peakBytes, listed.stream().mapToLong(holding::heldFor).sum());
        refused = refusals() - refusedBefore;
        if (listed.size() < clients.size()) {
            // Which one it was cannot be told from outside, and to begin anew is as good.
            cutOff += clients.size() - listed.size();
            clients.forEach(HeldClient::close);
            clients.clear();
        }
        return listed.size();
    }

    /** Returns how many commands Redis has refused for want of memory since it started; 0 before Redis 6.2. */
    private long refusals() {
        Map<String, String> errors = redis.info("errorstats");
        String count = errors.getOrDefault("errorstat_OOM", "count=0");
        return Long.parseLong(count.substring(count.indexOf('=') + 1));
    }
}
