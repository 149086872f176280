package io.scupper.examples.orders;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two connections to Redis, which can be told apart by their names in {@code CLIENT LIST}: {@code orders-publisher} and
 * {@code orders-subscriber}, both on the channel {@code orders}. Lettuce connects anew when one breaks.
 */
final class RedisLink {

    private static final String CHANNEL = "orders";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int QUEUE = 10_000;

    private final ClientResources resources = DefaultClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private final StatefulRedisConnection<String, String> publisher;
    private final StatefulRedisPubSubConnection<String, String> subscriber;

    /** Connects; blocks for some seconds at most. Leaves nothing open when Redis does not answer. */
    RedisLink(String url) {
        client.setOptions(ClientOptions.builder()
                .requestQueueSize(QUEUE)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
        try {
            publisher = client.connect(named(url, "orders-publisher"));
            subscriber = client.connectPubSub(named(url, "orders-subscriber"));
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Hands each message of the channel to the listener, on a thread of Lettuce that the listener must not block. */
    void subscribe(Consumer<String> listener) {
        subscriber.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                listener.accept(message);
            }
        });
        subscriber.sync().subscribe(CHANNEL);
    }

    /** Publishes without waiting; fails after 2 s at the latest. */
    CompletionStage<?> publish(String message) {
        return publisher.async().publish(CHANNEL, message);
    }

    boolean isOpen() {
        return publisher.isOpen() && subscriber.isOpen();
    }

    void close() {
        subscriber.close();
        publisher.close();
        stop();
    }

    private void stop() {
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private static RedisURI named(String url, String name) {
        RedisURI uri = RedisURI.create(url);
        uri.setClientName(name);
        uri.setTimeout(PATIENCE);
        return uri;
    }
}
