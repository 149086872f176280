package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import io.scupper.model.BudgetFinding.Outcome;
import io.scupper.model.Phase;
import io.scupper.model.Sample;
import io.scupper.model.Snapshot;
import io.scupper.model.Spending;
import io.scupper.model.Spending.Asked;
import io.scupper.model.Spending.Looks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetFindingsTests {

    private static final long PEAK = 24 << 20;

    @Test
    void twoLooksThatSawNothingAreNoEvidence() {
        BudgetFinding finding = peak(2, PEAK);

        assertThat(finding.outcome()).isEqualTo(Outcome.UNMEASURED);
        assertThat(finding.reason()).startsWith("The heap was looked at 2 times in 5 rounds");
    }

    @Test
    void oneLookThatSawTooMuchIsEnough() {
        assertThat(peak(1, PEAK - 1).outcome()).isEqualTo(Outcome.MISSED);
    }

    @Test
    void whatIsAsMuchAsTheBudgetKeepsToIt() {
        BudgetFinding finding = peak(3, PEAK);

        assertThat(finding.outcome()).isEqualTo(Outcome.MET);
        assertThat(finding.advice()).isEmpty();
    }

    @Test
    void severalDatabasesAreAddedUpAndTheirLongestQueriesCut() {
        Spending spending = spending(
                List.of(
                        new Asked(Measure.QUERIES, "one", Map.of("select 1", 100L, "select '" + "x".repeat(200), 50L)),
                        new Asked(Measure.QUERIES, "other", Map.of("select 2", 50L)),
                        new Asked(Measure.COMMANDS, "a Redis", Map.of("GET", 1_000L))),
                Optional.empty());

        BudgetFinding finding = BudgetFindings.of(List.of(new Budget(Measure.QUERIES, 1)), spending)
                .get(0);

        assertThat(finding.measured()).hasValue(2);
        assertThat(finding.reason()).isEqualTo("200 queries in 100 operations, counted by one and other.");
        assertThat(finding.evidence()).hasSize(3).first().isEqualTo("1 per operation: select 1");
        assertThat(finding.evidence()).anySatisfy(line -> assertThat(line).endsWith("x…"));
    }

    @Test
    void arraysAreNamedAsSourceNamesThem() {
        assertThat(SourceName.of("[B")).isEqualTo("byte[]");
        assertThat(SourceName.of("[[Ljava.lang.String;")).isEqualTo("java.lang.String[][]");
        assertThat(SourceName.of("com.acme.Order")).isEqualTo("com.acme.Order");
    }

    private static BudgetFinding peak(int looks, long atMost) {
        Spending spending = spending(List.of(), Optional.of(new Looks(looks, 5, snapshot(), PEAK)));
        return BudgetFindings.of(List.of(new Budget(Measure.PEAK_HEAP, atMost)), spending)
                .get(0);
    }

    private static Spending spending(List<Asked> asked, Optional<Looks> looks) {
        var rest =
                new Sample(Phase.SETTLE, 1, 0, 1, new Sample.Heap(0, 0, 0, 0), Map.of(), Map.of(), Sample.Rest.QUIET);
        return new Spending(100, 0, false, Optional.empty(), Map.of(), asked, looks, rest, snapshot(), Map.of());
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                new Sample.Heap(PEAK, PEAK, 1L << 30, 0),
                0,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
