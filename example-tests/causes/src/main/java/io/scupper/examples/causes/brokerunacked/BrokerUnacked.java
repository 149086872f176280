package io.scupper.examples.causes.brokerunacked;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends an order through RabbitMQ for each request, and books it in a consumer of its own, which cannot book any. */
public final class BrokerUnacked {

    private static final String ORDERS = "orders";
    private static final String DEAD = "dead-orders";

    private BrokerUnacked() {}

    public static void main(String[] args) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(System.getenv("AMQP_URL"));
        Connection connection = factory.newConnection();
        Channel consuming = connection.createChannel();
        if (WorkServer.isRemedied(args)) {
            declareWithDeadLetters(consuming);
            consuming.basicQos(Batching.PREFETCH);
            consuming.basicConsume(DEAD, true, new DefaultConsumer(consuming));
            consuming.basicConsume(ORDERS, false, new Batching(consuming));
        } else {
            consuming.queueDeclare(ORDERS, false, false, false, null);
            consuming.basicConsume(ORDERS, false, new Forgetting(consuming));
        }
        Channel publishing = connection.createChannel();
        WorkServer.serve(order -> {
            publishing.basicPublish("", ORDERS, null, order.getBytes());
            return order;
        });
    }

    private static void declareWithDeadLetters(Channel channel) throws IOException {
        channel.queueDeclare(DEAD, false, false, false, null);
        channel.queueDeclare(
                ORDERS, false, false, false, Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", DEAD));
    }

    /** The leak: with no prefetch it is sent all there is, and what cannot be booked is kept to be tried again, and never is. */
    private static final class Forgetting extends DefaultConsumer {

        private final Map<Long, Order> unbooked = new ConcurrentHashMap<>();

        Forgetting(Channel channel) {
            super(channel);
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                throws IOException {
            if (isBooked(body)) {
                getChannel().basicAck(envelope.getDeliveryTag(), false);
            } else {
                unbooked.put(envelope.getDeliveryTag(), new Order(body));
            }
        }
    }

    private record Order(byte[] text) {}

    // tag::remedy[]
    /** Answers for orders in batches; what cannot be booked goes to the dead letters at once. */
    private static final class Batching extends DefaultConsumer {

        static final int PREFETCH = 50;
        private static final int BATCH = 25;

        private long last;
        private int unanswered;

        Batching(Channel channel) {
            super(channel);
            Executors.newSingleThreadScheduledExecutor()
                    .scheduleWithFixedDelay(this::acknowledge, 100, 100, TimeUnit.MILLISECONDS);
        }

        @Override
        public synchronized void handleDelivery(
                String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) throws IOException {
            if (!isBooked(body)) {
                getChannel().basicReject(envelope.getDeliveryTag(), false);
                return;
            }
            last = envelope.getDeliveryTag();
            unanswered++;
            if (unanswered == BATCH) {
                acknowledge();
            }
        }

        private synchronized void acknowledge() {
            try {
                if (unanswered > 0) {
                    getChannel().basicAck(last, true);
                    unanswered = 0;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
    // end::remedy[]

    /** Every other order is of an article that there is. */
    private static boolean isBooked(byte[] order) {
        return order[order.length - 1] % 2 == 0;
    }
}
