package io.scupper.examples.causetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A leak test that was run as its author runs it, what it said, and the records that it left. */
public final class LeakTestRun {

    private final Cause cause;
    private final Class<?> leakTest;
    private final Events tests;

    private LeakTestRun(Cause cause, Class<?> leakTest, Events tests) {
        this.cause = cause;
        this.leakTest = leakTest;
        this.tests = tests;
    }

    /** Runs all methods of a leak test. */
    public static LeakTestRun of(Cause cause, Class<?> leakTest) {
        return of(cause, leakTest, List.of(selectClass(leakTest)));
    }

    /** Runs those methods of a leak test alone that are about the cause. */
    public static LeakTestRun ofItsMethods(Cause cause, Class<?> leakTest) {
        return of(
                cause,
                leakTest,
                cause.found().stream()
                        .map(found -> ReflectionSupport.findMethods(
                                        leakTest,
                                        method -> method.getName().equals(found.test()),
                                        HierarchyTraversalMode.TOP_DOWN)
                                .get(0))
                        .map(method -> selectMethod(leakTest, method))
                        .toList());
    }

    private static LeakTestRun of(Cause cause, Class<?> leakTest, List<? extends DiscoverySelector> selectors) {
        return new LeakTestRun(
                cause,
                leakTest,
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectors.toArray(DiscoverySelector[]::new))
                        .execute()
                        .testEvents());
    }

    /** Asserts that each of its methods failed for what was expected, and named who is at fault. */
    public void assertFound() throws IOException {
        Map<String, String> messages = messages();
        assertThat(messages)
                .containsOnlyKeys(cause.found().stream().map(Cause.Found::test).toList());
        for (Cause.Found found : cause.found()) {
            String message = messages.getOrDefault(found.test(), "");
            CauseLine line = new CauseRecord(found, record(found)).line(cause, "leaky");

            assertThat(message).startsWith(found.verdict() + " in ");
            assertThat(line.verdict()).as(message).isEqualTo(found.verdict());
            assertThat(line.grew()).as(message).startsWith(found.what());
            assertThat(line.culprit()).as(message).isEqualTo(found.blamed());
            if (found.isOverBudget()) {
                assertOverThatBudgetAlone(found, message);
            } else {
                assertGrowth(found, Double.parseDouble(line.figure()), message);
            }
            CauseResults.note(line, message);
        }
    }

    /** Asserts that each of its methods found nothing, and kept to its budgets. */
    public void assertClean() throws IOException {
        assertThat(messages()).isEmpty();
        for (Cause.Found found : cause.found()) {
            JsonNode record = record(found);
            CauseLine line = new CauseRecord(found, record).line(cause, "remedied");

            assertThat(line.verdict()).isEqualTo("CLEAN");
            assertThat(outcomes(record)).allMatch("MET"::equals).hasSize(found.isOverBudget() ? 1 : 0);
            CauseResults.note(line);
        }
    }

    private static void assertGrowth(Cause.Found found, double perOperation, String message) {
        assertThat(perOperation).as(message).isPositive();
        found.exactly().ifPresent(count -> assertThat(perOperation).as(message).isEqualTo(count));
    }

    private void assertOverThatBudgetAlone(Cause.Found found, String message) throws IOException {
        assertThat(message).contains("  budget    " + found.what(), "  to do     ");
        assertThat(outcomes(record(found))).as(message).containsExactly("MISSED");
        assertThat(record(found).path("probes"))
                .as("nothing is kept")
                .allSatisfy(probe -> assertThat(probe.path("verdict").asText()).isEqualTo("CLEAN"));
    }

    private static List<String> outcomes(JsonNode record) {
        return record.path("budgets")
                .valueStream()
                .map(budget -> budget.path("outcome").asText())
                .toList();
    }

    /** Returns what was said by those that did not pass. */
    private Map<String, String> messages() {
        var messages = new TreeMap<String, String>();
        tests.failed().stream().forEach(event -> messages.put(nameOf(event), messageOf(event)));
        tests.aborted().stream().forEach(event -> messages.put(nameOf(event), messageOf(event)));
        return messages;
    }

    private JsonNode record(Cause.Found found) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("target", "scupper", leakTest.getName(), found.test() + ".json")
                        .toFile());
    }

    private static String nameOf(Event event) {
        return event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", "");
    }

    private static String messageOf(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(String::valueOf)
                .map(text -> text.replaceFirst("^[\\w.]+(Error|Exception): ", ""))
                .orElse("");
    }
}
