package io.scupper.examples.proofs;

import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Name resolution that stalls in a subject that runs in a container. */
@Tag("long")
class DnsStallContainerIT {

    @Test
    void whatIsNotFoundInTimeStaysInTheLeakySubject() throws InterruptedException {
        DnsStallIT.assertThatTheLeakySubjectLeaks(Where.CONTAINER);
    }

    @Test
    void whatIsNotFoundInTimeIsForgottenByTheRemediedSubject() throws InterruptedException {
        DnsStallIT.assertThatTheRemediedSubjectIsClean(Where.CONTAINER);
    }
}
