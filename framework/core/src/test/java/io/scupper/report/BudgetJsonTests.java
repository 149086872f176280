package io.scupper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.BudgetFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetJsonTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void missedBudgetIsWrittenWithItsFiguresAndEvidence() {
        var missed = BudgetFinding.measured(
                new Budget(Measure.SHALLOW, "com.acme.Tick", 16), 24, "counted", List.of("all: 48 B"), "Pack it.");

        assertThat(written(missed)).isEqualTo("""
                {"measure":"shallow","of":"com.acme.Tick","unit":"BYTES","atMost":16.0,"measured":24.0,"outcome":"MISSED",\
                "reason":"counted","evidence":["all: 48 B"],"advice":"Pack it."}""");
    }

    @Test
    void budgetThatIsKeptToHasNoAdvice() {
        var met = BudgetFinding.measured(new Budget(Measure.QUERIES, 2), 2, "counted", List.of(), "Cache it.");

        assertThat(written(met)).contains("\"outcome\":\"MET\"").contains("\"advice\":\"\"");
    }

    @Test
    void whatWasNotMeasuredIsNoZero() {
        var unmeasured = BudgetFinding.unmeasured(new Budget(Measure.ALLOCATED, 10), "2 threads ended.");

        assertThat(written(unmeasured))
                .contains("\"measured\":null,\"outcome\":\"UNMEASURED\",\"reason\":\"2 threads ended.\"");
    }

    private static String written(BudgetFinding finding) {
        var node = JSON.createObjectNode();
        BudgetJson.add(finding, node);
        return node.toString();
    }
}
