package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.proofs.subject.Lines;
import io.scupper.model.Finding.Kind;
import io.scupper.model.Run;
import io.scupper.model.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files that nobody closes are closed by the collector, some day: without any fault. */
class CollectedFilesIT {

    private static final int OPERATIONS = 211;

    @Test
    void filesThatOnlyTheCollectorClosesAreALeakUnlessTheTestAcceptsThem() throws InterruptedException, IOException {
        try (var proof = Proof.on(Proof.subject(Lines.class, "leaky"))) {
            Run run = proof.explain(OPERATIONS, "1s");

            Proof.assertLeakOfTheWorkload(run, "descriptors:file");
            assertThat(run.findings()).anySatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.COLLECTED);
                assertThat(finding.reason()).contains("were closed by the garbage collection alone, ");
                assertThat(finding.perOperation()).isBetween(0.9, 1.1);
            });
            Proof.assertNames("collected files", "Lines.main", run);
            assertThat(proof.runAcceptingCollected(OPERATIONS, "1s").verdict()).isEqualTo(Verdict.CLEAN);
        }
    }

    @Test
    void filesThatAreClosedAreNone() throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(Lines.class, "remedied"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
        }
    }
}
