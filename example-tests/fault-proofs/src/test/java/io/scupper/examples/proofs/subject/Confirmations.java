package io.scupper.examples.proofs.subject;

import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/**
 * Publishes to Redis and waits until its own listener has seen it, with the client that the first argument names; the
 * second is {@code leaky} or {@code remedied}.
 */
public final class Confirmations {

    private static final String CHANNEL = "orders";
    private static final long PATIENCE_MILLIS = 150;
    private static final int CONTEXT_BYTES = 256 << 10;

    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final boolean remedied;

    private Confirmations(boolean remedied) {
        this.remedied = remedied;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var confirmations = new Confirmations(args[1].equals("remedied"));
        String redis = System.getenv("REDIS_URL");
        Consumer<String> publisher =
                args[0].equals("lettuce") ? confirmations.lettuce(redis) : confirmations.jedis(redis);
        Front.serve(() -> confirmations.order(publisher));
    }

    private Consumer<String> lettuce(String redis) {
        RedisClient client = RedisClient.create(redis);
        var subscription = client.connectPubSub();
        subscription.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String id) {
                arrived(id);
            }
        });
        subscription.sync().subscribe(CHANNEL);
        var commands = client.connect().sync();
        return id -> commands.publish(CHANNEL, id);
    }

    private Consumer<String> jedis(String redis) throws InterruptedException {
        var subscribed = new CountDownLatch(1);
        var listener = new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int channels) {
                subscribed.countDown();
            }

            @Override
            public void onMessage(String channel, String id) {
                arrived(id);
            }
        };
        new Thread(() -> subscribe(redis, listener), "subscriber").start();
        subscribed.await();
        var commands = new Jedis(redis);
        return id -> commands.publish(CHANNEL, id);
    }

    private static void subscribe(String redis, JedisPubSub listener) {
        try (var jedis = new Jedis(redis)) {
            jedis.subscribe(listener, CHANNEL);
        }
    }

    private void arrived(String id) {
        Pending waiting = pending.get(id);
        if (waiting != null) {
            waiting.arrived.countDown();
        }
    }

    /** The leak: who gives up waiting leaves the entry. */
    private String order(Consumer<String> publisher) throws InterruptedException, TimeoutException {
        String id = Long.toString(ids.incrementAndGet());
        var waiting = new Pending(new CountDownLatch(1), new byte[CONTEXT_BYTES]);
        pending.put(id, waiting);
        publisher.accept(id);
        boolean confirmed = waiting.arrived.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (confirmed || remedied) {
            pending.remove(id);
        }
        if (!confirmed) {
            throw new TimeoutException("not confirmed");
        }
        return id;
    }

    private record Pending(CountDownLatch arrived, byte[] context) {}
}
