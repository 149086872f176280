package io.scupper.ext.redis;

import io.scupper.model.Resource;
import io.scupper.model.Snapshot;
import io.scupper.model.Unit;
import io.scupper.spi.Detailed;
import io.scupper.spi.Probe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Counts the clients of a Redis and what waits in their buffers, Scupper's own clients left out. Everything it reports is
 * 0 bytes while no client is behind, in each version of Redis; memory that Redis keeps in advance for a client
 * ({@code qbuf-free}, {@code tot-mem}) is not reported, because it moves while nothing happens.
 *
 * <ul>
 *   <li>{@code clients}, and {@code clients '<name>'} for those with a name, numbers in it shown as {@code *}
 *   <li>{@code pubsub clients}: those with a subscription
 *   <li>{@code omem}, {@code obl}: bytes that wait to be sent, in the list and in the fixed buffer; {@code oll}: length of
 *       the list
 *   <li>{@code qbuf}: bytes of commands that have come in part
 * </ul>
 */
final class RedisClientsProbe implements Probe, Detailed, AutoCloseable {

    static final String NAME = "redis";

    private final String server;
    private final RedisConnection connection;

    /** Makes a probe of the companion {@code server}. */
    RedisClientsProbe(String server, RedisConnection connection) {
        this.server = server;
        this.connection = connection;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Resource, Long> read(Snapshot snapshot) {
        List<RedisClient> clients = connection.clients();
        var counts = new TreeMap<Resource, Long>();
        counts.put(count("clients"), (long) clients.size());
        counts.put(
                count("pubsub clients"),
                clients.stream().filter(client -> client.subscriptions() > 0).count());
        counts.put(bytes("omem"), sum(clients, RedisClient::omem));
        counts.put(bytes("obl"), sum(clients, RedisClient::obl));
        counts.put(count("oll"), sum(clients, RedisClient::oll));
        counts.put(bytes("qbuf"), sum(clients, RedisClient::qbuf));
        clients.stream()
                .filter(client -> !client.name().isEmpty())
                .forEach(client -> counts.merge(count("clients '" + client.group() + "'"), 1L, Long::sum));
        return counts;
    }

    /** Which clients have most in their buffers, the limit at which Redis cuts them off, and how many it has. */
    @Override
    public List<String> details(Resource resource) {
        return isOurs(resource) ? ClientDetails.of(what(resource), connection) : List.of();
    }

    @Override
    public void close() {
        connection.close();
    }

    private static long sum(List<RedisClient> clients, ToLongFunction<RedisClient> figure) {
        return clients.stream().mapToLong(figure).sum();
    }

    private Resource count(String what) {
        return Resource.count(NAME, labelled(what));
    }

    private Resource bytes(String what) {
        return new Resource(NAME, labelled(what), Unit.BYTES);
    }

    private boolean isOurs(Resource resource) {
        return server.equals(NAME)
                ? !resource.name().matches(".* of [A-Za-z0-9-]+")
                : resource.name().endsWith(" of " + server);
    }

    private String what(Resource resource) {
        String name = resource.name();
        return server.equals(NAME) ? name : name.substring(0, name.length() - (" of " + server).length());
    }

    /** A second Redis beside the one of the usual name must not have its counts taken for that one's. */
    private String labelled(String what) {
        return server.equals(NAME) ? what : what + " of " + server;
    }
}
