package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Database;
import org.junit.jupiter.api.Test;

/** Leases of a database pool, without any fault: what the service forgets by itself is counted as well. */
class PoolLeasesIT {

    private static final int OPERATIONS = 31;

    @Test
    void connectionsThatAreNotClosedAreFoundInTheLeasesOfHikari() throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(Database.class, "leaky"))) {
            Proof.assertLeakOfTheWorkload(proof.run(OPERATIONS, "1s"), "leases:HikariCP 'orders' leased");
        }
        try (var proof = Proof.on(Proof.subject(Database.class, "remedied"))) {
            Proof.assertClean(proof.run(OPERATIONS, "5s"));
        }
    }
}
