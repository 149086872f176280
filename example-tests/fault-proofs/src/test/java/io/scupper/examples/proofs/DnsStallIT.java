package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.NameLookups;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Name resolution that stalls, for far longer than a run lasts: only lifting ends it. */
class DnsStallIT {

    /** Of a round. */
    private static final int OPERATIONS = 7;

    private static final FaultSpec STALL = Faults.of("dns-stall").with("delay", "10m");

    @Test
    void whatIsNotFoundInTimeStaysInTheLeakySubject() throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(NameLookups.class, "leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(
                    proof.run(OPERATIONS, "1s", STALL), "heap:io.scupper.examples.proofs.subject.NameLookups$Context");
        }
    }

    /** Its threads wait in the look-up until lift. */
    @Test
    void whatIsNotFoundInTimeIsForgottenByTheRemediedSubject() throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(NameLookups.class, "remedied"))) {
            Run run = proof.run(OPERATIONS, "10s", STALL);

            Proof.assertCleanWhileArmed(run);
            assertThat(run.faults().get(0).held()).isZero();
            assertThat(run.recoveredAfter())
                    .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofMinutes(2)));
        }
    }
}
