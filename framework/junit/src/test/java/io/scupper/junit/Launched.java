package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A test class that was run through the platform, as a build runs it. */
record Launched(Class<?> testClass, EngineExecutionResults results) {

    static Launched run(Class<?> testClass) {
        return run(testClass, selectClass(testClass), Map.of());
    }

    /** Runs it with a system property, which is cleared afterwards. */
    static Launched run(Class<?> testClass, String property, String value) {
        return run(testClass, selectClass(testClass), Map.of(property, value));
    }

    static Launched run(Class<?> testClass, String method, Map<String, String> properties) {
        return run(testClass, selectMethod(testClass, method), properties);
    }

    private static Launched run(Class<?> testClass, DiscoverySelector selector, Map<String, String> properties) {
        properties.forEach(System::setProperty);
        try {
            return new Launched(
                    testClass,
                    EngineTestKit.engine("junit-jupiter").selectors(selector).execute());
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    void assertPassed(int tests) {
        results.allEvents().assertStatistics(events -> events.failed(0).aborted(0));
        results.testEvents().assertStatistics(events -> events.succeeded(tests));
    }

    /** Returns the one failure of the class or one of its tests, of which none has passed. */
    Throwable failure() {
        return only(Status.FAILED);
    }

    /** Returns why the one test was aborted. */
    Throwable abortion() {
        return only(Status.ABORTED);
    }

    JsonNode record(String method) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("target", "scupper", testClass.getName(), method + ".json")
                        .toFile());
    }

    private Throwable only(Status status) {
        var finished = results.allEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == status)
                .toList();
        assertThat(finished).hasSize(1);
        assertThat(results.testEvents().succeeded().list())
                .extracting(Event::toString)
                .isEmpty();
        return finished.get(0).getThrowable().orElseThrow();
    }
}
