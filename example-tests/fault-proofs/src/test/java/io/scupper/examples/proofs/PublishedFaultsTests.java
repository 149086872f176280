package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.ReleasePoint;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the documentation says of the faults is what their tables have and what the proofs that are kept came to. */
class PublishedFaultsTests {

    @Test
    void pageIsMadeOfTheTablesAndOfTheProofsThatAreKept() throws IOException {
        assertThat(FaultsPage.of(ProofLines.read())).isEqualTo(ProofLines.page());
    }

    @Test
    void everyProofIsOfARowThatIsThere() throws IOException {
        assertThat(ProofLines.read())
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(FaultsPage.types())
                        .anySatisfy(type -> assertThat(type.releasePoints())
                                .anyMatch(row -> FaultsPage.isOf(proof, type.id(), row))))
                .allSatisfy(proof -> assertThat(proof.fields()).noneMatch(String::isBlank));
    }

    /** What a table says of versions is what was tried. */
    @Test
    void everyVersionThatWasProvedStandsInItsTable() throws IOException {
        assertThat(ProofLines.read())
                .allSatisfy(proof -> assertThat(FaultsPage.types().stream()
                                .flatMap(type -> type.releasePoints().stream()
                                        .filter(row -> FaultsPage.isOf(proof, type.id(), row)))
                                .map(ReleasePoint::library)
                                .flatMap(library -> library.versions().stream()))
                        .contains(proof.version()));
    }
}
