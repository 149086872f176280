package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Says in lines which clients of a Redis a resource is about, what is in their buffers, and the limit they run into. */
final class ClientDetails {

    private static final int MOST_GROUPS = 3;

    private ClientDetails() {}

    /**
     * Returns the lines.
     *
     * @param what is counted, as {@link RedisClientsProbe} names it, without the name of the server
     */
    static List<String> of(String what, RedisConnection connection) {
        List<RedisClient> clients =
                connection.clients().stream().filter(meant(what)).toList();
        var lines = new ArrayList<String>();
        clients.stream().collect(Collectors.groupingBy(ClientDetails::name)).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<RedisClient>> group) ->
                                sum(group.getValue(), RedisClient::omem))
                        .thenComparingInt(group -> group.getValue().size())
                        .reversed())
                .limit(MOST_GROUPS)
                .forEach(group -> lines.add(line(group.getKey(), group.getValue())));
        clients.stream()
                .map(ClientDetails::isSubscriber)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(isSubscriber -> lines.add("limit of what may wait for one: "
                        + OutputLimit.of(connection, isSubscriber).words()));
        long cutOff = OutputLimit.cutOff(connection).orElse(0);
        if (cutOff > 0) {
            lines.add("Redis has cut off %d at that limit since it started".formatted(cutOff));
        }
        return lines;
    }

    private static Predicate<RedisClient> meant(String what) {
        return switch (what) {
            case "omem", "oll" -> client -> client.omem() > 0;
            case "obl" -> client -> client.obl() > 0;
            case "qbuf" -> client -> client.qbuf() > 0;
            case "pubsub clients" -> ClientDetails::isSubscriber;
            case "clients" -> client -> true;
            default -> client -> what.equals("clients '" + client.group() + "'");
        };
    }

    private static String line(String name, List<RedisClient> clients) {
        return "%d %s: omem %s, obl %s, qbuf %s"
                .formatted(
                        clients.size(),
                        name,
                        ByteSize.format(sum(clients, RedisClient::omem)),
                        ByteSize.format(sum(clients, RedisClient::obl)),
                        ByteSize.format(sum(clients, RedisClient::qbuf)));
    }

    private static String name(RedisClient client) {
        String kind = isSubscriber(client) ? "subscriber " : "client ";
        return kind + (client.name().isEmpty() ? "without a name" : "'" + client.group() + "'");
    }

    private static boolean isSubscriber(RedisClient client) {
        return client.subscriptions() > 0;
    }

    private static long sum(List<RedisClient> clients, ToLongFunction<RedisClient> figure) {
        return clients.stream().mapToLong(figure).sum();
    }
}
