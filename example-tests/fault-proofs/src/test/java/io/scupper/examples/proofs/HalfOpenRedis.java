package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Lookups;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Where;
import io.scupper.model.ScupperException;

/** A Redis that is gone without a word, and two services that ask it: one that waits for ever and one that does not. */
final class HalfOpenRedis {

    /** Of a round. */
    private static final int OPERATIONS = 5;

    private static final FaultSpec HALF_OPEN = Faults.of("wire-half-open").with("to", "redis");

    private HalfOpenRedis() {}

    static void assertThatWhoWaitsForEverLeaks(Where where) throws InterruptedException {
        try (var proof = proof("leaky", where)) {
            Proof.assertClean(proof.run(OPERATIONS, "5s"));
            assertThatThrownBy(() -> proof.run(3, "5s", HALF_OPEN.with("after", 1_000)))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault 'wire-half-open' never fired in 15 operations: it matched ");
            var run = proof.run(OPERATIONS, "5s", HALF_OPEN);
            Proof.assertLeak(run, "threads:lookup-*");
            assertThat(run.faults().get(0).note())
                    .startsWith("On the wire to 'redis' it took ")
                    .contains(" to the server passed meanwhile");
        }
    }

    static void assertThatWhoGivesUpIsClean(Where where) throws InterruptedException {
        try (var proof = proof("remedied", where)) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "10s", HALF_OPEN));
        }
    }

    private static Proof proof(String build, Where where) {
        return Proof.on(Proof.subject(Lookups.class, build).with(RedisServer.create()), where);
    }
}
