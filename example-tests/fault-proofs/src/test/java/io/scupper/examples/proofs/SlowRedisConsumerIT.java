package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Confirmations;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slow listener of Redis, in each client whose listeners are known. */
class SlowRedisConsumerIT {

    /** Of a round. */
    private static final int OPERATIONS = 5;

    private static final FaultSpec SLOW =
            Faults.of("slow-redis-consumer").with("where", "LISTENER").with("delay", "300ms");

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void whatIsNotConfirmedInTimeStaysInTheLeakySubject(String client) throws InterruptedException {
        try (var proof = Proof.on(subject(client, "leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(
                    proof.run(OPERATIONS, "1s", SLOW), "heap:io.scupper.examples.proofs.subject.Confirmations$Pending");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void whatIsNotConfirmedInTimeIsForgottenByTheRemediedSubject(String client) throws InterruptedException {
        try (var proof = Proof.on(subject(client, "remedied"))) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "5s", SLOW));
        }
    }

    private static Sut subject(String client, String build) {
        return Proof.subject(Confirmations.class, client, build).with(RedisServer.create());
    }
}
