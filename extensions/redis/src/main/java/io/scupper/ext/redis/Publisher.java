package io.scupper.ext.redis;

import io.scupper.control.Activation;
import io.scupper.control.Trigger;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.util.Optional;

/** Publishes the fault's own messages, past the proxy. Called by many threads, one at a time gets through. */
final class Publisher implements AutoCloseable {

    /** Harmless beside any buffer, and yet a message. */
    private static final int HARMLESS_BYTES = 64;

    private final SlowConsumer.Publishing publishing;
    private final Optional<RedisConnection> connection;
    private final Activation activation;

    private volatile Trigger trigger;
    private volatile boolean armed;

    /** Makes a publisher whose {@code activation} counts armed operations. */
    Publisher(SlowConsumer.Publishing publishing, Optional<RedisServer> server, Activation activation) {
        this.publishing = publishing;
        this.connection = publishing.bytes() > 0
                ? server.map(redis -> new RedisConnection(redis.address(), "publisher"))
                : Optional.empty();
        this.activation = activation;
        this.trigger = new Trigger(activation);
    }

    boolean bringsTraffic() {
        return connection.isPresent();
    }

    /** From now on, operations that the activation chooses publish everything; counts from 0. */
    void arm() {
        trigger = new Trigger(activation);
        armed = true;
    }

    /** From now on, operations are harmless. */
    void lift() {
        armed = false;
    }

    /** Returns how many operations there were since it was armed. */
    long matched() {
        return trigger.matched();
    }

    /** Returns how many of these published everything. */
    long fired() {
        return trigger.fired();
    }

    /**
     * Publishes for one operation: everything if armed, otherwise one small message.
     *
     * @throws IOException if Redis did not take it, or if nobody is subscribed while nothing disturbs a subscriber
     */
    void operate() throws IOException {
        try {
            if (armed && trigger.pull()) {
                connection.ifPresent(this::publishAll);
            } else if (connection.isPresent()) {
                publishLittle(connection.get());
            }
        } catch (ScupperException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        connection.ifPresent(RedisConnection::close);
    }

    private void publishAll(RedisConnection redis) {
        // A subscriber that Redis has cut off for its buffer is what this fault is about, so nobody need be there.
        for (long left = publishing.bytes(); left > 0; left -= publishing.messageBytes()) {
            redis.publish(publishing.channel(), new byte[(int) Math.min(left, publishing.messageBytes())]);
        }
    }

    private void publishLittle(RedisConnection redis) throws IOException {
        var message = new byte[Math.min(HARMLESS_BYTES, publishing.messageBytes())];
        if (redis.publish(publishing.channel(), message) == 0 && !armed) {
            throw new IOException("Nobody is subscribed to channel '" + publishing.channel()
                    + "', to which the fault publishes. Is that the subject's channel?");
        }
    }
}
