package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.NameLookups;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Where;
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
        assertThatTheLeakySubjectLeaks(Where.FORKED);
    }

    static void assertThatTheLeakySubjectLeaks(Where where) throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(NameLookups.class, "leaky"), where)) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(
                    proof.run(OPERATIONS, "1s", STALL), "heap:io.scupper.examples.proofs.subject.NameLookups$Context");
        }
    }

    @Test
    void whatIsNotFoundInTimeIsForgottenByTheRemediedSubject() throws InterruptedException {
        assertThatTheRemediedSubjectIsClean(Where.FORKED);
    }

    /** Its threads wait in the look-up until lift. */
    static void assertThatTheRemediedSubjectIsClean(Where where) throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(NameLookups.class, "remedied"), where)) {
            Run run = proof.run(OPERATIONS, "10s", STALL);

            Proof.assertCleanWhileArmed(run);
            assertThat(run.faults().get(0).held()).isZero();
            assertThat(run.recoveredAfter())
                    .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofMinutes(2)));
        }
    }
}
