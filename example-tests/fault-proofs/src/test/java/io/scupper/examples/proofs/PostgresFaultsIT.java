package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Ledger;
import io.scupper.ext.postgres.PostgresServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import io.scupper.model.ScupperException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database whose table is locked or slow, and one whose connections others have taken. */
class PostgresFaultsIT {

    /** Of a round. */
    private static final int OPERATIONS = 5;

    @Test
    void errorsOfTheDatabaseLeakInTheLeakySubjectFirst() throws InterruptedException {
        errorsOfTheDatabaseLeakInTheLeakySubject(Trouble.LOCKED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCKED")
    @Tag("long")
    void errorsOfTheDatabaseLeakInTheLeakySubject(Trouble trouble) throws InterruptedException {
        try (var proof = Proof.on(subject("leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(proof.run(OPERATIONS, "1s", trouble.fault), trouble.finding);
        }
    }

    @Test
    void errorsOfTheDatabaseLeaveNothingInTheRemediedSubjectFirst() throws InterruptedException {
        errorsOfTheDatabaseLeaveNothingInTheRemediedSubject(Trouble.LOCKED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCKED")
    @Tag("long")
    void errorsOfTheDatabaseLeaveNothingInTheRemediedSubject(Trouble trouble) throws InterruptedException {
        try (var proof = Proof.on(subject("remedied"))) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "15s", trouble.fault));
        }
    }

    @Test
    void lockThatNobodyWaitsForHasNotFired() throws InterruptedException {
        try (var proof = Proof.on(subject("remedied"))) {
            var elsewhere = Faults.of("db-lock").with("advisory", 7);
            assertThatThrownBy(() -> proof.run(OPERATIONS, "1s", elsewhere))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault 'db-lock' never fired in 25 operations: it matched 0 times.");
        }
    }

    private static Sut subject(String build) {
        return Proof.subject(Ledger.class, build)
                .with(PostgresServer.create()
                        .parameter("max_connections", "120")
                        .schema("create table entries (id text)"));
    }

    private enum Trouble {
        LOCKED(Faults.of("db-lock").with("table", "entries"), "leases:HikariCP 'ledger' leased"),
        SLOW(
                Faults.of("db-slow-query").with("table", "entries").with("delay", "2s"),
                "leases:HikariCP 'ledger' leased"),
        SQUATTED(Faults.of("db-connection-squatting"), "heap:io.scupper.examples.proofs.subject.Ledger$Entry");

        final FaultSpec fault;
        final String finding;

        Trouble(FaultSpec fault, String finding) {
            this.fault = fault;
            this.finding = finding;
        }
    }
}
