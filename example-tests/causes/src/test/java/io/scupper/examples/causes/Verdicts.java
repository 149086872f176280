package io.scupper.examples.causes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the one leak test of a class came to, run through the platform: its message and its record. */
public final class Verdicts {

    private final Class<?> testClass;
    private final EngineExecutionResults results;

    private Verdicts(Class<?> testClass) {
        this.testClass = testClass;
        this.results = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testClass))
                .execute();
    }

    /** Runs the leak test of a class. */
    public static Verdicts of(Class<?> testClass) {
        var verdicts = new Verdicts(testClass);
        // What a leak test says is what these examples are about.
        System.out.println(verdicts.message());
        return verdicts;
    }

    /** Asserts that it passed, with this verdict in its record. */
    public void assertClean() throws IOException {
        assertThat(message()).isEmpty();
        assertThat(record().path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(record().path("budgets"))
                .isNotEmpty()
                .allSatisfy(
                        budget -> assertThat(budget.path("outcome").asText()).isEqualTo("MET"));
    }

    /** Asserts that it failed of this budget and of nothing else; returns what was measured. */
    public double assertOverBudget(String budget) throws IOException {
        assertThat(message()).startsWith("OVER_BUDGET in ").contains("  budget    " + budget + ": ", "  to do     ");
        JsonNode record = record();
        assertThat(record.path("verdict").asText()).isEqualTo("OVER_BUDGET");
        assertThat(record.path("probes"))
                .as("nothing is kept")
                .allSatisfy(probe -> assertThat(probe.path("verdict").asText()).isEqualTo("CLEAN"));
        List<JsonNode> missed = record.path("budgets")
                .valueStream()
                .filter(each -> each.path("outcome").asText().equals("MISSED"))
                .toList();
        assertThat(missed).hasSize(1);
        return missed.get(0).path("measured").asDouble();
    }

    /** Returns what the test said as it failed or was aborted; empty if it passed. */
    public String message() {
        List<Event> ended = results.testEvents().finished().list();
        assertThat(ended)
                .as("tests that ended; %s", results.allEvents().failed().list())
                .hasSize(1);
        return ended.get(0)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .orElse("");
    }

    private JsonNode record() throws IOException {
        String test = results.testEvents()
                .finished()
                .list()
                .get(0)
                .getTestDescriptor()
                .getDisplayName();
        return new ObjectMapper()
                .readTree(Path.of(System.getProperty("scupper.records"))
                        .resolve(testClass.getName())
                        .resolve(test.replaceAll("\\(.*", "") + ".json")
                        .toFile());
    }
}
