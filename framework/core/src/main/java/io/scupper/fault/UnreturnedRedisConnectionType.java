package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Keeps connections to Redis from going back to their pool. */
public final class UnreturnedRedisConnectionType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unreturned-redis-connection";

    private static final Library JEDIS =
            Library.of("Jedis", "redis.clients:jedis", "redis.clients.jedis.util.Pool", "8.0.2");
    private static final Library LETTUCE = Library.of(
            "Lettuce", "io.lettuce:lettuce-core", "io.lettuce.core.support.ConnectionPoolSupport", "7.7.0.RELEASE");
    private static final Library REDISSON =
            Library.of("Redisson", "org.redisson:redisson", "org.redisson.connection.ConnectionsHolder", "3.46.0");

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(JEDIS, "redis.clients.jedis.util.Pool", "returnResource", 1)
                    .noting("a Jedis of a JedisPool, and every command of a RedisClient or JedisPooled"),
            // Beneath Lettuce's own method, whose argument is a wrapper that has let go of its connection by then.
            ReleasePoint.of(LETTUCE, "org.apache.commons.pool2.impl.GenericObjectPool", "returnObject", 1)
                    .calledFrom("io.lettuce.core.support.")
                    .noting("pools of ConnectionPoolSupport; without a pool Lettuce has nothing to return"),
            ReleasePoint.of(REDISSON, "org.redisson.connection.ConnectionsHolder", "releaseConnection", 2));

    /** Makes the type. */
    public UnreturnedRedisConnectionType() {
        super(ID, POINTS);
    }
}
