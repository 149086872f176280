package io.scupper.ext.rabbitmq;

import io.scupper.model.JoinPoint;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;

/** Where RabbitMQ's Java client acknowledges and hands out messages. Tried with amqp-client 5.25. */
final class ClientPoints {

    static final Parameter CALLER = new Parameter("caller", "the beginning of a class's full name", "");
    static final Parameter THREAD = new Parameter("thread", "the beginning of a thread's name", "");

    /**
     * A channel that recovers by itself calls one of the second kind, which does not call the first kind's method: each
     * acknowledgement passes one of the two.
     */
    static final List<JoinPoint> ACKNOWLEDGEMENTS = List.of(
            JoinPoint.of("RabbitMQ", "com.rabbitmq.client.impl.ChannelN", "basicAck", 2),
            JoinPoint.of("RabbitMQ", "com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN", "basicAck", 2));

    /** On the thread that reads the connection: a delay there keeps the client from reading on. */
    static final List<JoinPoint> DELIVERIES =
            List.of(JoinPoint.of("RabbitMQ", "com.rabbitmq.client.impl.ConsumerDispatcher", "handleDelivery", 5));

    private ClientPoints() {}

    /** Returns the points filtered by the parameters {@code caller} and {@code thread}. */
    static List<JoinPoint> filtered(List<JoinPoint> points, Parameters parameters) {
        String caller = parameters.textOrEmpty("caller").strip();
        String thread = parameters.textOrEmpty("thread").strip();
        return points.stream()
                .map(point -> point.calledFrom(caller).onThread(thread))
                .toList();
    }
}
