package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.examples.culprits.CulpritRow;
import io.scupper.examples.culprits.CulpritTable;
import io.scupper.junit.ReturnsToBaseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What the leak tests must find in the leaky build: the tests about these tests. Each one fails, and its message and its
 * record name suspect and culprit.
 */
record LeakyOrders(Class<?> leakTest, EngineExecutionResults results) {

    private static final String ORDERS = "io.scupper.examples.orders.";

    /** What the first suspect must be. */
    private static final Map<String, String> SUSPECTS = new TreeMap<>(Map.of(
            "largeOrdersAreNotKept", "heap:io.scupper.examples.orders.AuditEntry",
            "confirmationsOutliveASlowRedis", "heap:io.scupper.examples.orders.PendingConfirmation",
            "leasesOfThePriceClientAreRenewed", "leases:Apache HttpClient 5",
            "hungReportsAreCancelled", "threads:orders-worker-*",
            "clientsThatGoAwayAreForgotten", "heap:io.scupper.examples.orders.RequestContext"));

    /** The field that holds what grew, or else the method that brought it forth: what has to be changed. */
    private static final Map<String, String> CULPRITS = Map.of(
            "largeOrdersAreNotKept", "AuditFilter.ENTRIES",
            "confirmationsOutliveASlowRedis", "Confirmations.pending",
            "leasesOfThePriceClientAreRenewed", "PooledClient.get",
            "hungReportsAreCancelled", "Reports.run",
            "clientsThatGoAwayAreForgotten", "RequestTracking.inFlight");

    /** Runs a leak test through the platform. */
    static LeakyOrders run(Class<?> leakTest) {
        return new LeakyOrders(leakTest, Launched.run(leakTest));
    }

    /** Runs some of its tests. */
    static LeakyOrders run(Class<?> leakTest, Set<String> tests) {
        return new LeakyOrders(leakTest, Launched.run(leakTest, tests));
    }

    /** Asserts that each test failed for the right reason. */
    void assertThatEveryLeakIsFound() throws IOException {
        assertThatLeaksAreFound(SUSPECTS.keySet());
    }

    /** Asserts that these tests failed, for the right reason, and no other. */
    void assertThatLeaksAreFound(Set<String> tests) throws IOException {
        Map<String, String> failures = failures();
        assertThat(failures).containsOnlyKeys(tests);
        for (String test : tests) {
            assertThat(failures.get(test))
                    .startsWith("LEAK in ")
                    .contains(
                            "culprit   " + ORDERS + CULPRITS.get(test),
                            "suspect   " + SUSPECTS.get(test),
                            "fired ",
                            "to do ");
            CulpritTable.of("The leaky orders service")
                    .holds(CulpritRow.of(test, ORDERS + CULPRITS.get(test), failures.get(test)));
            assertRecord(test, SUSPECTS.get(test));
        }
    }

    private Map<String, String> failures() {
        var failures = new TreeMap<String, String>();
        results.testEvents().failed().stream().forEach(event -> failures.put(nameOf(event), messageOf(event)));
        return failures;
    }

    private void assertRecord(String method, String suspect) throws IOException {
        JsonNode record = Launched.record(leakTest, method);
        assertThat(record.path("verdict").asText()).isEqualTo("LEAK");
        assertThat(record.path("faults").path(0).path("fired").asLong()).isPositive();
        assertThat(record.path("probes")).anySatisfy(probe -> {
            assertThat(probe.path("name").asText()).startsWith(suspect);
            assertThat(probe.path("verdict").asText()).isEqualTo("LEAK");
            assertThat(probe.path("perOperation").asDouble()).isPositive();
        });
    }

    private static String nameOf(Event event) {
        return event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", "");
    }

    private static String messageOf(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }

    /** Runs test classes, and reads what they left. */
    static final class Launched {

        private Launched() {}

        static EngineExecutionResults run(Class<?> testClass) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(testClass))
                    .execute();
        }

        static EngineExecutionResults run(Class<?> testClass, Set<String> tests) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(
                            AnnotationSupport.findAnnotatedMethods(
                                            testClass, ReturnsToBaseline.class, HierarchyTraversalMode.TOP_DOWN)
                                    .stream()
                                    .filter(method -> tests.contains(method.getName()))
                                    .map(method -> selectMethod(testClass, method))
                                    .toArray(DiscoverySelector[]::new))
                    .execute();
        }

        static JsonNode record(Class<?> testClass, String method) throws IOException {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("scupper.records"))
                            .resolve(testClass.getName())
                            .resolve(method + ".json")
                            .toFile());
        }
    }
}
