package io.scupper.examples.proofs.subject;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends an order through RabbitMQ for each request, and waits for its own consumer for 500 ms. The argument is {@code leaky}
 * or {@code remedied}.
 */
public final class Deliveries {

    private static final String QUEUE = "orders";
    private static final String DEAD = "dead-letters";
    private static final int PREFETCH = 50;
    private static final long PATIENCE_MILLIS = 500;
    private static final int ORDER_BYTES = 256 << 10;

    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Channel publishing;
    private final boolean remedied;

    private Deliveries(Channel publishing, boolean remedied) {
        this.publishing = publishing;
        this.remedied = remedied;
    }

    public static void main(String[] args) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(System.getenv("AMQP_URL"));
        var connection = factory.newConnection();
        var deliveries = new Deliveries(connection.createChannel(), args[0].equals("remedied"));
        deliveries.consume(connection.createChannel());
        Front.serve(deliveries::deliver);
    }

    /** A leak: the order of whoever gives up waiting stays. */
    private String deliver() throws IOException, InterruptedException, TimeoutException {
        String id = Long.toString(ids.incrementAndGet());
        var order = new Order(new CountDownLatch(1), new byte[ORDER_BYTES]);
        orders.put(id, order);
        boolean delivered = false;
        try {
            var properties = new AMQP.BasicProperties.Builder().messageId(id).build();
            publishing.basicPublish("", QUEUE, properties, new byte[] {1});
            delivered = order.arrived.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            if (delivered || remedied) {
                orders.remove(id);
            }
        }
        if (!delivered) {
            throw new TimeoutException("not delivered");
        }
        return id;
    }

    /** The remedy has a bounded prefetch, and what it cannot acknowledge goes to the dead letters, which are read. */
    private void consume(Channel channel) throws IOException {
        Map<String, Object> deadLetters = Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", DEAD);
        channel.queueDeclare(DEAD, false, false, false, null);
        channel.queueDeclare(QUEUE, false, false, false, remedied ? deadLetters : null);
        if (remedied) {
            channel.basicQos(PREFETCH);
            channel.basicConsume(DEAD, true, new DefaultConsumer(channel));
        }
        channel.basicConsume(QUEUE, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                Order order = orders.get(properties.getMessageId());
                if (order != null) {
                    order.arrived.countDown();
                }
                acknowledge(channel, envelope.getDeliveryTag());
            }
        });
    }

    /** The other leak: a message that fails is neither acknowledged nor rejected. */
    private void acknowledge(Channel channel, long tag) throws IOException {
        try {
            channel.basicAck(tag, false);
        } catch (IOException e) {
            if (remedied) {
                channel.basicReject(tag, false);
            }
        }
    }

    private record Order(CountDownLatch arrived, byte[] text) {}
}
