package io.scupper.ext.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A Lettuce client that is subscribed to a channel and counts what it receives. */
final class Subscriber implements AutoCloseable {

    final AtomicLong received = new AtomicLong();
    private final RedisClient client;

    Subscriber(int port, String name, String channel) {
        client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withClientName(name)
                .build());
        var connection = client.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String from, String message) {
                received.addAndGet(message.length());
            }
        });
        connection.sync().subscribe(channel);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    }
}
