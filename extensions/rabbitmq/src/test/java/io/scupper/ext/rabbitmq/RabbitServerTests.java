package io.scupper.ext.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.fault.JoinPointFault;
import io.scupper.model.Effect;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A RabbitMQ as it is described, and its faults as they are given to the agent; nothing is started here. */
class RabbitServerTests {

    private static final List<FaultType> TYPES = List.of(new UnacknowledgedType(), new UnconsumedType());

    @Test
    void tellsTheSubjectWhereTheBrokerIs() {
        assertThat(RabbitServer.create().settings("rabbitmq", 15672))
                .isEqualTo(Map.of("AMQP_URL", "amqp://guest:guest@rabbitmq:5672"));
        assertThat(RabbitServer.create().setting("ORDERS_BROKER").settings("broker", 15672))
                .containsOnlyKeys("ORDERS_BROKER");
    }

    @Test
    void runsAsAContainerWithItsManagementApi() {
        var form = RabbitServer.create().image("rabbitmq:4").container();

        assertThat(form.image()).isEqualTo("rabbitmq:4");
        assertThat(form.ports()).containsExactlyInAnyOrder(5672, 15672);
        assertThat(form.command()).startsWith("sh", "-c").last().asString().contains("rabbitmq_management");
    }

    @Test
    void withoutContainersThereIsNone() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(RabbitServer.create()::startLocally)
                .withMessage("RabbitMQ 'rabbitmq' runs as a container only, beside a subject in a container: choose"
                        + " 'runtime = Where.CONTAINER' for this test.");
    }

    @Test
    void probesBeforeItRunsAreAnError() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(RabbitServer.create()::probes)
                .withMessage(
                        "RabbitMQ 'rabbitmq' does not run: it does while the subject does, and this very object must"
                                + " be among the subject's companions.");
    }

    @Test
    void numberedQueuesAreOneGroup() {
        assertThat(QueuesProbe.group("orders-17")).isEqualTo("orders-*");
        assertThat(QueuesProbe.group("amq.gen-k_aPq1")).isEqualTo("amq.gen-*");
    }

    @Test
    void faultsAreFoundAsServices() {
        assertThat(ServiceLoader.load(FaultType.class))
                .extracting(FaultType::id)
                .contains("rabbitmq-unacknowledged", "rabbitmq-unconsumed");
    }

    @Test
    void acknowledgementsAreSkippedOrFail() {
        assertThat(weaving("rabbitmq-unacknowledged", Map.of()).effect()).isEqualTo(Effect.skip());
        assertThat(weaving("rabbitmq-unacknowledged", Map.of("how", "fail")).effect())
                .isEqualTo(Effect.fail("java.io.IOException"));
        assertThat(weaving("rabbitmq-unacknowledged", Map.of("thread", "orders"))
                        .joinPoints())
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.thread()).isEqualTo("orders"));
    }

    @Test
    void deliveriesAreDelayed() {
        assertThat(weaving("rabbitmq-unconsumed", Map.of("delay", "2s")).effect())
                .isEqualTo(Effect.delay(2_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rabbitmq-unacknowledged | how   | LATE | SKIP or FAIL
            rabbitmq-unconsumed     | delay | 0ms  | a duration from 1ms to 10m, such as '30s'
            rabbitmq-unconsumed     | delay | 11m  | a duration from 1ms to 10m, such as '30s'
            """)
    void wrongParameterIsNamedWithWhatIsAllowed(String id, String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of(name, given)))
                .withMessage(
                        "Parameter '%s' of fault '%s' is '%s'. Allowed is %s.".formatted(name, id, given, allowed));
    }

    private static io.scupper.spi.Weaving weaving(String id, Map<String, String> given) {
        return ((JoinPointFault) create(id, given)).weaving();
    }

    private static Fault create(String id, Map<String, String> given) {
        FaultType type =
                TYPES.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return type.create(Parameters.of(type, given));
    }
}
