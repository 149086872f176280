package io.scupper.examples.proofs;

import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fault of the wire to a real Redis, with the subject in a container, with Redis and the proxy in containers of their own. */
class WireFaultsContainerIT {

    @Test
    void whoWaitsForEverForARedisThatIsGoneKeepsAThreadForEachOperation() throws InterruptedException {
        HalfOpenRedis.assertThatWhoWaitsForEverLeaks(Where.CONTAINER);
    }

    @Test
    @Tag("long")
    void whoGivesUpOnARedisThatIsGoneIsClean() throws InterruptedException {
        HalfOpenRedis.assertThatWhoGivesUpIsClean(Where.CONTAINER);
    }
}
