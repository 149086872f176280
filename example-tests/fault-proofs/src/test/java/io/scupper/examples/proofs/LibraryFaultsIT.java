package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of every table against the real library: what is withheld is found, and given back it is gone. */
class LibraryFaultsIT {

    /** One for each way that what is withheld shows; the others are left to whoever proves a release, for each takes some seconds of a processor. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatStandsForAllIsALeakWhileItIsWithheldAndNoneOtherwise(ProvedRow row) throws Exception {
        prove(row);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsWithheldIsALeakAndGivenBackItIsNone(ProvedRow row) throws Exception {
        prove(row);
    }

    static void prove(ProvedRow row) throws IOException, InterruptedException {
        String compensated = row.whyNotGivenBack().orElse("");
        String armed;
        try (var proof = Proof.on(row.leakySubject(), row.where())) {
            Proof.assertClean(proof.run(row.operations(), "1s"));
            assertThatThrownBy(() -> proof.run(3, "1s", row.elsewhere()))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("Fault '" + row.id() + "' never fired in 15 operations: it matched 0 times.");
            if (compensated.isEmpty()) {
                compensated = Proof.givenBack(proof.run(row.operations(), "5s", row.assisted()));
            }
            Run run = proof.run(row.operations(), "1s", row.fault());
            Proof.assertLeak(run, row.finding());
            armed = Proof.found(run, row.finding());
        }
        ProofLines.note(row.line(armed, row.recovering() == null ? "stays" : recovered(row), compensated));
    }

    private static String recovered(ProvedRow row) throws InterruptedException {
        try (var proof = Proof.on(row.recoveringSubject(), row.where())) {
            Run run = proof.run(row.operations(), "8s", row.fault());
            Proof.assertCleanWhileArmed(run);
            return Proof.remedied(run);
        }
    }

    static Stream<ProvedRow> whatStandsForAllIsALeakWhileItIsWithheldAndNoneOtherwise() {
        return ProvedRows.REPRESENTATIVE.stream();
    }

    static Stream<ProvedRow> whatIsWithheldIsALeakAndGivenBackItIsNone() {
        return ProvedRows.ALL.stream()
                .filter(row -> !row.isInContainer())
                .filter(row -> !ProvedRows.REPRESENTATIVE.contains(row));
    }
}
