package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves messages of a broker unacknowledged, so that it keeps them and sends no more. */
public final class UnacknowledgedMessageType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unacknowledged-message";

    private static final Library RABBIT =
            Library.of("RabbitMQ client", "com.rabbitmq:amqp-client", "com.rabbitmq.client.impl.ChannelN", "5.25.0");

    private static final List<ReleasePoint> POINTS = List.of(
            channel("com.rabbitmq.client.impl.ChannelN"),
            // Of a connection that recovers, as it does unless it is told not to; does not call the one above.
            channel("com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN"));

    /** Makes the type. */
    public UnacknowledgedMessageType() {
        super(ID, POINTS);
    }

    private static ReleasePoint channel(String type) {
        return ReleasePoint.of(RABBIT, type, "basicAck", 2).recoversBy("when the channel is closed");
    }
}
