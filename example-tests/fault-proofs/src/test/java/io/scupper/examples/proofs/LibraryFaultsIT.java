package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.FaultRecord;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.spi.Recovery;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of every table against the real library: what is withheld is found, and given back it is gone. */
class LibraryFaultsIT {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatIsWithheldIsALeakAndGivenBackItIsNone(ProvedRow row) throws InterruptedException {
        try (var proof = Proof.on(row.leakySubject())) {
            Proof.assertClean(proof.run(row.operations(), "1s"));
            assertThatThrownBy(() -> proof.run(3, "1s", row.elsewhere()))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault '" + row.id() + "' never fired in 15 operations: it matched 0 times.");
            if (row.canBeGivenBack()) {
                Run run = proof.run(row.operations(), "5s", row.fault().with("recovery", Recovery.ASSISTED));
                Proof.assertCleanWhileArmed(run);
                assertThat(run.faults()).extracting(FaultRecord::note).containsExactly("");
            }
            Proof.assertLeak(proof.run(row.operations(), "1s", row.fault()), row.finding());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recoveringRows")
    void whatIsWithheldIsTakenBackByTheLibraryItself(ProvedRow row) throws InterruptedException {
        try (var proof = Proof.on(row.recoveringSubject())) {
            Proof.assertCleanWhileArmed(proof.run(row.operations(), "8s", row.fault()));
        }
    }

    static Stream<ProvedRow> rows() {
        return ProvedRows.ALL.stream();
    }

    static Stream<ProvedRow> recoveringRows() {
        return rows().filter(row -> row.recovering() != null);
    }
}
