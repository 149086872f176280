package io.scupper.examples.proofs.subject;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.ChannelN;
import com.rabbitmq.client.impl.ConsumerWorkService;
import com.rabbitmq.client.impl.Frame;
import com.rabbitmq.client.impl.FrameHandler;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.JedisPubSub;

/** Tools that get messages, and what a client does with these: RabbitMQ's, without a broker, and Jedis', without a Redis. */
final class MessageTools {

    private MessageTools() {}

    static Map<String, Tool> all() throws ReflectiveOperationException {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        return Map.of(
                "rabbitmq-unacknowledged",
                new Acknowledgements(threads),
                "rabbitmq-unconsumed",
                consumer(threads),
                "slow-redis-consumer",
                subscriber(),
                "unacknowledged-message",
                new Acknowledgements(threads));
    }

    private static Tool subscriber() {
        var subscriber = new JedisPubSub() {
            @Override
            public void onMessage(String channel, String message) {}
        };
        return () -> subscriber.onMessage("workshop", "used");
    }

    /** The dispatcher is no public class. */
    private static Tool consumer(ExecutorService threads) throws ReflectiveOperationException {
        var connection = new Loopback(threads);
        var work = new ConsumerWorkService(threads, Executors.defaultThreadFactory(), 0);
        var channel = new ChannelN(connection, 1, work);
        work.registerKey(channel);
        Class<?> type = Class.forName("com.rabbitmq.client.impl.ConsumerDispatcher");
        var constructor = type.getDeclaredConstructor(AMQConnection.class, Channel.class, ConsumerWorkService.class);
        constructor.setAccessible(true);
        Object dispatcher = constructor.newInstance(connection, channel, work);
        Method deliver = type.getDeclaredMethod(
                "handleDelivery",
                Consumer.class,
                String.class,
                Envelope.class,
                AMQP.BasicProperties.class,
                byte[].class);
        deliver.setAccessible(true);
        var envelope = new Envelope(1, false, "", "workshop");
        var properties = new AMQP.BasicProperties();
        return () ->
                deliver.invoke(dispatcher, new DefaultConsumer(channel), "tag", envelope, properties, new byte[] {1});
    }

    /** A connection whose frames go nowhere and are counted. */
    private static final class Loopback extends AMQConnection {

        private final AtomicInteger frames = new AtomicInteger();

        Loopback(ExecutorService threads) {
            super(new ConnectionFactory().params(threads), noWire());
        }

        private static FrameHandler noWire() {
            return (FrameHandler) Proxy.newProxyInstance(
                    MessageTools.class.getClassLoader(),
                    new Class<?>[] {FrameHandler.class},
                    (wire, method, arguments) -> {
                        // Nothing is sent: frames are taken where they are written, before any wire.
                        throw new UnsupportedOperationException(method.getName());
                    });
        }

        @Override
        public void writeFrame(Frame frame) {
            frames.incrementAndGet();
        }

        @Override
        public void flush() {}
    }

    private static final class Acknowledgements implements Tool {

        private final AtomicInteger received = new AtomicInteger();
        private final Loopback connection;
        private final ChannelN channel;

        Acknowledgements(ExecutorService threads) {
            var work = new ConsumerWorkService(threads, Executors.defaultThreadFactory(), 0);
            this.connection = new Loopback(threads);
            this.channel = new ChannelN(connection, 1, work);
        }

        @Override
        public void use() throws IOException {
            channel.basicAck(received.incrementAndGet(), false);
        }

        @Override
        public int out() {
            return received.get() - connection.frames.get();
        }
    }
}
