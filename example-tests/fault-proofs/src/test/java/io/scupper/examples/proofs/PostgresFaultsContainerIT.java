package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Ledger;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.fault.Faults;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database in a container, whose table is locked. */
@Tag("long")
class PostgresFaultsContainerIT {

    @Test
    void connectionsThatWaitedInVainLeakInTheLeakySubject() throws InterruptedException {
        var database =
                PostgresServer.create().parameter("max_connections", "120").schema("create table entries (id text)");
        try (var proof = Proof.on(Proof.subject(Ledger.class, "leaky").with(database), Where.CONTAINER)) {
            Proof.assertClean(proof.run(5, "1s"));
            Proof.assertLeak(
                    proof.run(5, "1s", Faults.of("db-lock").with("table", "entries")),
                    "leases:HikariCP 'ledger' leased");
        }
    }
}
