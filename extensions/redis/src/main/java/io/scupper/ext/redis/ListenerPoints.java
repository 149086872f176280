package io.scupper.ext.redis;

import io.scupper.model.JoinPoint;
import java.util.List;

/**
 * Where client libraries hand a message to the subject's listener, on the thread that reads the connection: a delay there
 * keeps the library from reading on. Seen at work with Lettuce 6.6 and 7.7 and Jedis 8.0; Jedis' points for patterns and
 * shards are of the same shape and have been checked by name only.
 */
final class ListenerPoints {

    private static final String JEDIS = "redis.clients.jedis.JedisPubSubBase";
    private static final String JEDIS_SHARDED = "redis.clients.jedis.JedisShardedPubSubBase";

    /**
     * Jedis calls methods that the subject overrides, and a subject that overrides one hardly calls the empty one above it:
     * each message is delayed once.
     */
    static final List<JoinPoint> ALL = List.of(
            JoinPoint.of("Lettuce", "io.lettuce.core.pubsub.PubSubEndpoint", "notifyMessage", 1),
            JoinPoint.of("Jedis", JEDIS, "onMessage", 2).orSubtypes(),
            JoinPoint.of("Jedis patterns", JEDIS, "onPMessage", 3).orSubtypes(),
            JoinPoint.of("Jedis shards", JEDIS_SHARDED, "onSMessage", 2).orSubtypes());

    private ListenerPoints() {}
}
