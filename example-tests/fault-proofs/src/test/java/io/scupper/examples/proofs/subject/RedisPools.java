package io.scupper.examples.proofs.subject;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.support.ConnectionPoolSupport;
import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.redisson.Redisson;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Asks Redis through the pool that its argument names, and keeps few connections idle. */
public final class RedisPools {

    private static final int MOST = 60;

    private RedisPools() {}

    public static void main(String[] args) throws Exception {
        URI redis = URI.create(System.getenv("REDIS_URL"));
        Front.Work work = switch (args[0]) {
            case "jedis" -> jedis(redis);
            case "jedis-client" -> jedisClient(redis);
            case "lettuce" -> lettuce(redis);
            case "redisson" -> redisson(redis);
            default -> throw new IllegalArgumentException(args[0]);
        };
        // What a client takes its time to load is not what this is about.
        work.run();
        Front.serve(work);
    }

    /** Deprecated, and what most services have. */
    @SuppressWarnings("deprecation")
    private static Front.Work jedis(URI redis) {
        var pool = new JedisPool(RedisPools.<Jedis>bounds(), redis);
        return () -> {
            try (Jedis jedis = pool.getResource()) {
                return jedis.ping();
            }
        };
    }

    private static Front.Work jedisClient(URI address) {
        var jedis = redis.clients.jedis.RedisClient.builder()
                .hostAndPort(address.getHost(), address.getPort())
                .poolConfig(RedisPools.<Connection>bounds())
                .build();
        return () -> String.valueOf(jedis.exists("order"));
    }

    private static Front.Work lettuce(URI redis) {
        RedisClient client = RedisClient.create(redis.toString());
        var pool = ConnectionPoolSupport.createGenericObjectPool(
                client::connect, RedisPools.<StatefulRedisConnection<String, String>>bounds());
        return () -> {
            try (var connection = pool.borrowObject()) {
                return connection.sync().ping();
            }
        };
    }

    /**
     * It has a pool of its own, and closes what is idle for a second. One thread of each kind: the first connection of every other
     * event loop would open a socket for names that stays, and each connection would start one of the others.
     */
    private static Front.Work redisson(URI redis) {
        var config = new Config();
        config.setNettyThreads(1).setThreads(1).setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress(redis.toString())
                .setConnectionPoolSize(MOST)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setIdleConnectionTimeout(1_000);
        var client = Redisson.create(config);
        return () -> String.valueOf(client.getBucket("order").isExists());
    }

    private static <T> GenericObjectPoolConfig<T> bounds() {
        var bounds = new GenericObjectPoolConfig<T>();
        bounds.setMaxTotal(MOST);
        bounds.setMaxIdle(1);
        bounds.setMaxWait(Duration.ofMillis(200));
        return bounds;
    }
}
