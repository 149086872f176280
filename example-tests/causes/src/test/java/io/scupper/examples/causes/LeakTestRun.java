package io.scupper.examples.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A leak test that was run as its author runs it, what it said, and the records that it left. */
final class LeakTestRun {

    private final Cause cause;
    private final Class<?> leakTest;
    private final Events tests;

    private LeakTestRun(Cause cause, Class<?> leakTest, Events tests) {
        this.cause = cause;
        this.leakTest = leakTest;
        this.tests = tests;
    }

    static LeakTestRun of(Cause cause, Class<?> leakTest) {
        return new LeakTestRun(
                cause,
                leakTest,
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(leakTest))
                        .execute()
                        .testEvents());
    }

    /** Asserts that each of its methods failed for a leak of what was expected, and named who is at fault. */
    void assertFound() throws IOException {
        Map<String, String> messages = messages();
        assertThat(messages)
                .containsOnlyKeys(cause.found().stream().map(Cause.Found::test).toList());
        for (Cause.Found found : cause.found()) {
            String message = messages.get(found.test());
            CauseLine line = line(found, "leaky");

            assertThat(message).startsWith("LEAK in ");
            assertThat(line.verdict()).as(message).isEqualTo("LEAK");
            assertThat(line.grew()).as(message).startsWith(found.suspect());
            assertThat(line.perOperation()).as(message).isPositive();
            found.exactly()
                    .ifPresent(
                            count -> assertThat(line.perOperation()).as(message).isEqualTo(count));
            assertThat(line.culprit()).as(message).isEqualTo(found.culprit());
            CauseResults.note(line, message);
        }
    }

    /** Asserts that each of its methods found nothing. */
    void assertClean() throws IOException {
        assertThat(messages()).isEmpty();
        for (Cause.Found found : cause.found()) {
            CauseLine line = line(found, "remedied");

            assertThat(line.verdict()).isEqualTo("CLEAN");
            CauseResults.note(line);
        }
    }

    /** Returns what was said by those that did not pass. */
    private Map<String, String> messages() {
        var messages = new TreeMap<String, String>();
        tests.failed().stream().forEach(event -> messages.put(nameOf(event), messageOf(event)));
        tests.aborted().stream().forEach(event -> messages.put(nameOf(event), messageOf(event)));
        return messages;
    }

    private CauseLine line(Cause.Found found, String build) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Path.of("target", "scupper", leakTest.getName(), found.test() + ".json")
                        .toFile());
        return CauseLine.of(cause.id(), found, build, json);
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
