package io.scupper.examples.proofs;

import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fault of the wire to a real Redis, with the subject in a JVM of its own. */
@Tag("long")
class WireFaultsIT {

    @Test
    void whoWaitsForEverForARedisThatIsGoneKeepsAThreadForEachOperation() throws InterruptedException {
        HalfOpenRedis.assertThatWhoWaitsForEverLeaks(Where.FORKED);
    }

    @Test
    void whoGivesUpOnARedisThatIsGoneIsClean() throws InterruptedException {
        HalfOpenRedis.assertThatWhoGivesUpIsClean(Where.FORKED);
    }
}
