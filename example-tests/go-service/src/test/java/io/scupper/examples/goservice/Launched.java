package io.scupper.examples.goservice;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.junit.ReturnsToBaseline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A leak test that was run, with what its methods failed of and left behind. */
record Launched(Class<?> leakTest, EngineExecutionResults results) {

    static Launched run(Class<?> leakTest) {
        return new Launched(
                leakTest,
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(leakTest))
                        .execute());
    }

    /** Runs one of its methods. */
    static Launched run(Class<?> leakTest, String method) {
        return new Launched(
                leakTest,
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectMethod(leakTest, test(leakTest, method)))
                        .execute());
    }

    /** Returns the message of the one that failed. */
    String failure() {
        return failures().values().stream().findFirst().orElse("");
    }

    /** Returns the messages of those that failed, by their names. */
    Map<String, String> failures() {
        var failures = new TreeMap<String, String>();
        results.testEvents().failed().stream()
                .forEach(event -> failures.put(
                        event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""), messageOf(event)));
        results.containerEvents().failed().stream()
                .forEach(event -> failures.put(event.getTestDescriptor().getDisplayName(), messageOf(event)));
        return failures;
    }

    /** Returns the verdicts of all. */
    Map<String, String> verdicts() {
        var verdicts = new TreeMap<String, String>();
        tests(leakTest)
                .forEach(method -> verdicts.put(
                        method.getName(),
                        record(method.getName()).path("verdict").asText()));
        return verdicts;
    }

    /** Returns the record of one. */
    JsonNode record(String method) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("scupper.records"))
                            .resolve(leakTest.getName())
                            .resolve(method + ".json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Method test(Class<?> leakTest, String name) {
        return tests(leakTest).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Method> tests(Class<?> leakTest) {
        return AnnotationSupport.findAnnotatedMethods(
                leakTest, ReturnsToBaseline.class, HierarchyTraversalMode.TOP_DOWN);
    }

    private static String messageOf(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
