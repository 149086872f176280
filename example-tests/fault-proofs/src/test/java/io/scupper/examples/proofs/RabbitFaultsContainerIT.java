package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.Deliveries;
import io.scupper.ext.rabbitmq.RabbitServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import io.scupper.model.Resource;
import io.scupper.model.Run;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real broker whose messages are not acknowledged, for a consumer's error, or not consumed. */
class RabbitFaultsContainerIT {

    /** Of a round. */
    private static final int OPERATIONS = 7;

    @Test
    void messagesPileUpForTheLeakyConsumerFirst() throws InterruptedException, IOException {
        messagesPileUpForTheLeakyConsumer(Trouble.UNACKNOWLEDGED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNACKNOWLEDGED")
    @Tag("long")
    void messagesPileUpForTheLeakyConsumer(Trouble trouble) throws InterruptedException, IOException {
        try (var proof = Proof.on(subject("leaky"), Where.CONTAINER)) {
            Run calm = proof.run(OPERATIONS, "1s");

            Proof.assertClean(calm);
            // By its name, though the subject knows it at another port than the test.
            assertThat(calm.samples())
                    .anySatisfy(sample -> assertThat(sample.counted())
                            .containsKey(Resource.count("sockets", "ESTABLISHED to rabbitmq")));
            Run run = proof.explain(OPERATIONS, "1s", trouble.fault);
            Proof.assertLeak(run, trouble.finding);
            Proof.assertShows(trouble.fault.id(), trouble.culprit, run);
        }
    }

    @Test
    void messagesDoNotPileUpForTheRemediedConsumerFirst() throws InterruptedException {
        messagesDoNotPileUpForTheRemediedConsumer(Trouble.UNACKNOWLEDGED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNACKNOWLEDGED")
    @Tag("long")
    void messagesDoNotPileUpForTheRemediedConsumer(Trouble trouble) throws InterruptedException {
        try (var proof = Proof.on(subject("remedied"), Where.CONTAINER)) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "15s", trouble.fault));
        }
    }

    private static Sut subject(String build) {
        return Proof.subject(Deliveries.class, build).with(RabbitServer.create());
    }

    private enum Trouble {
        UNACKNOWLEDGED(
                Faults.of("rabbitmq-unacknowledged").with("how", "FAIL"),
                "rabbitmq:queue 'orders' unacknowledged",
                "Deliveries$1.handleDelivery"),
        UNCONSUMED(
                Faults.of("rabbitmq-unconsumed").with("delay", "2s"),
                "heap:io.scupper.examples.proofs.subject.Deliveries$Order",
                "Deliveries.orders");

        final FaultSpec fault;
        final String finding;
        final String culprit;

        Trouble(FaultSpec fault, String finding, String culprit) {
            this.fault = fault;
            this.finding = finding;
            this.culprit = culprit;
        }
    }
}
