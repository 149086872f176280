package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Database;
import io.scupper.model.Run;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leases of a database pool, without any fault: what the service forgets by itself is counted as well. */
@Tag("long")
class PoolLeasesIT {

    private static final int OPERATIONS = 31;

    @Test
    void connectionsThatAreNotClosedAreFoundInTheLeasesOfHikari() throws InterruptedException, IOException {
        try (var proof = Proof.on(Proof.subject(Database.class, "leaky"))) {
            Run run = proof.explain(OPERATIONS, "1s");
            Proof.assertLeakOfTheWorkload(run, "leases:HikariCP 'orders' leased");
            Proof.assertNames("hikari leases", "Database.main", run);
        }
        try (var proof = Proof.on(Proof.subject(Database.class, "remedied"))) {
            Proof.assertClean(proof.run(OPERATIONS, "5s"));
        }
    }
}
