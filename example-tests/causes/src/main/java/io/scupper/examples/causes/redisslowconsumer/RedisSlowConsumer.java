package io.scupper.examples.causes.redisslowconsumer;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Announces each order in Redis and waits for 500 ms until its own subscriber has heard of it. */
public final class RedisSlowConsumer {

    private static final String CHANNEL = "orders";
    private static final long PATIENCE_MILLIS = 500;
    private static final int ORDER_BYTES = 64 << 10;

    private final Map<String, Announced> announced = new ConcurrentHashMap<>();
    private final RedisCommands<String, String> redis;

    private RedisSlowConsumer(RedisClient client) {
        var subscriber = client.connectPubSub();
        subscriber.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String id) {
                heard(id);
            }
        });
        subscriber.sync().subscribe(CHANNEL);
        this.redis = client.connect().sync();
    }

    public static void main(String[] args) throws IOException {
        var service = new RedisSlowConsumer(RedisClient.create(System.getenv("REDIS_URL")));
        WorkServer.serve(WorkServer.isRemedied(args) ? service::announceAndForget : service::announce);
    }

    /** The leak: an order that is not heard of in time waits for ever. */
    private String announce(String id) throws InterruptedException, TimeoutException {
        var order = new Announced(new CountDownLatch(1), new byte[ORDER_BYTES]);
        announced.put(id, order);
        redis.publish(CHANNEL, id);
        await(order);
        announced.remove(id);
        return id;
    }

    // tag::remedy[]
    private String announceAndForget(String id) throws InterruptedException, TimeoutException {
        var order = new Announced(new CountDownLatch(1), new byte[ORDER_BYTES]);
        announced.put(id, order);
        try {
            redis.publish(CHANNEL, id);
            await(order);
            return id;
        } finally {
            announced.remove(id);
        }
    }
    // end::remedy[]

    private static void await(Announced order) throws InterruptedException, TimeoutException {
        if (!order.heard.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("not heard of");
        }
    }

    private void heard(String id) {
        Announced order = announced.get(id);
        if (order != null) {
            order.heard.countDown();
        }
    }

    private record Announced(CountDownLatch heard, byte[] text) {}
}
