package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
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

    /** Runs it with system properties, which are cleared afterwards. */
    static Launched run(Class<?> testClass, Map<String, String> properties) {
        return run(testClass, selectClass(testClass), properties);
    }

    static Launched run(Class<?> testClass, String method, Map<String, String> properties) {
        return run(testClass, selectMethod(testClass, method), properties);
    }

    private static Launched run(Class<?> testClass, DiscoverySelector selector, Map<String, String> properties) {
        properties.forEach(System::setProperty);
        try {
            return new Launched(
                    testClass,
                    EngineTestKit.engine("junit-jupiter")
                            .outputDirectoryCreator(new Attached())
                            .selectors(selector)
                            .execute());
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

    /** Returns the failure of the whole, in which each test and class has passed. */
    Throwable failureOfTheEngine() {
        return results.containerEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .reduce((one, other) -> {
                    throw new AssertionError("two failures", other);
                })
                .orElseThrow();
    }

    /** Returns why the one test was aborted. */
    Throwable abortion() {
        return only(Status.ABORTED);
    }

    JsonNode record(String method) throws IOException {
        return new ObjectMapper().readTree(left(method + ".json").toFile());
    }

    /** Returns a file that a test of the class left. */
    Path left(String name) {
        return Path.of("target", "scupper", testClass.getName(), name);
    }

    /** Returns what the tests said to JUnit's reporters. */
    Map<String, String> entries() {
        var entries = new TreeMap<String, String>();
        results.testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .forEach(entry -> entries.putAll(entry.getKeyValuePairs()));
        return entries;
    }

    /** Returns the names of the files that were handed to JUnit's reporters. */
    List<String> attachments() {
        return results.testEvents().fileEntryPublished().stream()
                .map(event -> event.getRequiredPayload(FileEntry.class)
                        .getPath()
                        .getFileName()
                        .toString())
                .toList();
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

    /** Files that are attached lie in a folder for each test. */
    private static final class Attached implements OutputDirectoryCreator {

        private static final Path ROOT = Path.of("target", "attached");

        @Override
        public Path getRootDirectory() {
            return ROOT;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            return Files.createDirectories(
                    ROOT.resolve(test.getUniqueId().toString().replaceAll("\\W+", "-")));
        }
    }
}
