package io.scupper.examples.proofs.subject;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends an order through RabbitMQ for each request, and waits until its own consumer has acknowledged it. The first argument is the
 * connection: {@code plain}, or one that is {@code recovering} by itself, whose channels are of another class. The second is
 * {@code trusting}, or {@code renewing}: once nothing has come for a while it takes a new channel, to which the broker sends again
 * what was not acknowledged on the one before.
 */
public final class Receipts {

    private static final String QUEUE = "orders";
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long QUIET_MILLIS = 300;

    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger delivered = new AtomicInteger();
    private final Connection connection;
    private final Channel publishing;

    /** Of the thread that renews. */
    private Channel consuming;

    private int deliveredBefore;
    private int deliveredUntilRenewed;

    private Receipts(Connection connection) throws IOException {
        this.connection = connection;
        this.publishing = connection.createChannel();
        publishing.queueDeclare(QUEUE, false, false, false, null);
        this.consuming = consume();
    }

    public static void main(String[] args) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(System.getenv("AMQP_URL"));
        factory.setAutomaticRecoveryEnabled(args[0].equals("recovering"));
        var receipts = new Receipts(factory.newConnection());
        if (args[1].equals("renewing")) {
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
            timer.scheduleWithFixedDelay(receipts::renew, QUIET_MILLIS, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        Front.serve(receipts::order);
    }

    private String order() throws IOException, InterruptedException, TimeoutException {
        String id = Long.toString(ids.incrementAndGet());
        var acknowledged = new CountDownLatch(1);
        awaited.put(id, acknowledged);
        try {
            var properties = new AMQP.BasicProperties.Builder().messageId(id).build();
            publishing.basicPublish("", QUEUE, properties, new byte[] {1});
            if (!acknowledged.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("not acknowledged");
            }
        } finally {
            awaited.remove(id);
        }
        return id;
    }

    private Channel consume() throws IOException {
        Channel channel = connection.createChannel();
        channel.basicConsume(QUEUE, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                delivered.incrementAndGet();
                channel.basicAck(envelope.getDeliveryTag(), false);
                CountDownLatch acknowledged = awaited.get(properties.getMessageId());
                if (acknowledged != null) {
                    acknowledged.countDown();
                }
            }
        });
        return channel;
    }

    /** The remedy; a new channel that nothing was delivered to has nothing to send again. */
    private void renew() {
        int now = delivered.get();
        boolean isQuiet = now == deliveredBefore;
        deliveredBefore = now;
        if (!isQuiet || now == deliveredUntilRenewed) {
            return;
        }
        deliveredUntilRenewed = now;
        try {
            consuming.close();
            consuming = consume();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
