package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Confirmations;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.report.FailureMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slow listener of Redis, in each client whose listeners are known. */
class SlowRedisConsumerIT {

    /** Of a round. */
    private static final int OPERATIONS = 5;

    private static final FaultSpec SLOW =
            Faults.of("slow-redis-consumer").with("where", "LISTENER").with("delay", "300ms");

    @Test
    void whatIsNotConfirmedInTimeStaysInTheLeakySubjectFirst() throws InterruptedException, IOException {
        whatIsNotConfirmedInTimeStaysInTheLeakySubject("lettuce");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = "jedis")
    void whatIsNotConfirmedInTimeStaysInTheLeakySubject(String client) throws InterruptedException, IOException {
        try (var proof = Proof.on(subject(client, "leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            assertThatThrownBy(() -> proof.run(3, "1s", SLOW.with("after", 1_000)))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault 'slow-redis-consumer' never fired in 15 operations: it matched ");
            Run run = proof.explain(OPERATIONS, "1s", SLOW);
            Proof.assertLeak(run, "heap:io.scupper.examples.proofs.subject.Confirmations$Pending");
            Proof.assertNames("slow-redis-consumer " + client, "Confirmations.pending", run);
        }
    }

    @Test
    void whatIsNotConfirmedInTimeIsForgottenByTheRemediedSubjectFirst() throws InterruptedException {
        whatIsNotConfirmedInTimeIsForgottenByTheRemediedSubject("lettuce");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = "jedis")
    void whatIsNotConfirmedInTimeIsForgottenByTheRemediedSubject(String client) throws InterruptedException {
        try (var proof = Proof.on(subject(client, "remedied"))) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "5s", SLOW));
        }
    }

    /** The kernel takes 4 MiB, the listener reads next to nothing, and Redis cuts off at 32 MiB. */
    @Test
    void verdictSaysThatRedisCutTheSubscriberOffBeyondItsLimit() throws InterruptedException {
        var beyond = SLOW.with("publish", "12MiB").with("channel", "orders");
        try (var proof = Proof.on(subject("lettuce", "leaky"))) {
            var run = proof.run(OPERATIONS, "1s", beyond);

            assertThat(run.verdict()).isNotEqualTo(Verdict.CLEAN);
            assertThat(FailureMessage.of(run, Path.of("none")))
                    .containsPattern("Redis held up to [\\d.]+ MiB \\(omem\\) for its clients"
                            + " and cut off \\d+ subscribers? at the limit of 32 MiB hard");
        }
    }

    private static Sut subject(String client, String build) {
        return Proof.subject(Confirmations.class, client, build).with(RedisServer.create());
    }
}
