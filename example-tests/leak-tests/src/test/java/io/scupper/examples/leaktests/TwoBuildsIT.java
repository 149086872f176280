package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of the orders service, compared by the one command that {@code docs/gate.md} has for it. */
@Tag("long")
@Timeout(600)
class TwoBuildsIT {

    private static final String AUDIT = "heap:io.scupper.examples.orders.AuditEntry per operation";

    @TempDir
    private Path records;

    @Test
    void buildThatLeaksIsWorseThanTheLastRelease() throws Exception {
        Comparison comparison = Comparison.of(ComparedOrders.JarTestCase.class, jar("remedied"), jar("leaky"), records);

        assertThat(comparison.code()).as(comparison.said()).isEqualTo(2);
        assertThat(comparison.said()).contains("regression: the new one is worse");
        assertThat(comparison.turns())
                .containsExactly(
                        "old, pair 1", "new, pair 1", "new, pair 2", "old, pair 2", "old, pair 3", "new, pair 3");
        assertThat(comparison.change(AUDIT)).satisfies(change -> {
            assertThat(change.judgement()).isEqualTo("worse");
            assertThat(change.old()).isZero();
            // One entry for each order, within the uncertainty that stands beside it.
            assertThat(change.low()).isBetween(0.9, 1.0);
            assertThat(change.high()).isBetween(1.0, 1.1);
        });
    }

    @Test
    void twoEqualBuildsAreNoDifference() throws Exception {
        Comparison comparison =
                Comparison.of(ComparedOrders.JarTestCase.class, jar("remedied"), jar("remedied"), records);

        assertThat(comparison.code()).as(comparison.said()).isZero();
        assertThat(comparison.said()).contains("clean: nothing got worse").doesNotContain("worse: ");
        assertThat(comparison.change("heap at baseline")).satisfies(change -> {
            assertThat(change.judgement()).isEqualTo("same");
            assertThat(change.low()).isLessThanOrEqualTo(0);
            assertThat(change.high()).isGreaterThanOrEqualTo(0);
        });
    }

    private static String jar(String build) {
        return Orders.jar(build).toAbsolutePath().toString();
    }
}
