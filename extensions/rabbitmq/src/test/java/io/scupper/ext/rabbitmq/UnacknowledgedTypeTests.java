package io.scupper.ext.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.Faults;
import io.scupper.fault.HasReleasePoints;
import io.scupper.fault.JoinPointFault;
import io.scupper.fault.ReleasePoint;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.spi.FaultType;
import org.junit.jupiter.api.Test;

/** What mutation mode makes of the faults of RabbitMQ. */
class UnacknowledgedTypeTests {

    @Test
    void mutationModeTriesLostAcknowledgementsAndNoDelays() {
        assertThat(Faults.types())
                .filteredOn(type -> type.id().startsWith("rabbitmq-"))
                .filteredOn(FaultType::suppresses)
                .extracting(FaultType::id)
                .containsExactly("rabbitmq-unacknowledged");
    }

    @Test
    void withNothingButItsDefaultsItLeavesAcknowledgementsOut() {
        var fault = (JoinPointFault) Faults.create(Faults.of("rabbitmq-unacknowledged"));

        assertThat(fault.weaving().effect()).isEqualTo(Effect.skip());
        assertThat(fault.weaving().joinPoints()).isEqualTo(ClientPoints.ACKNOWLEDGEMENTS);
    }

    /** A connection that recovers by itself has channels of a class of their own, which is easily forgotten. */
    @Test
    void faultOfTheTablesKnowsEveryChannelThatThisOneKnows() {
        var points = Faults.types().stream()
                .filter(type -> type.id().equals("unacknowledged-message"))
                .flatMap(type -> ((HasReleasePoints) type).releasePoints().stream())
                .map(ReleasePoint::joinPoint);

        assertThat(points.map(JoinPoint::type))
                .containsExactlyElementsOf(ClientPoints.ACKNOWLEDGEMENTS.stream()
                        .map(JoinPoint::type)
                        .toList());
    }
}
