package io.scupper.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.ext.outside.MetricsService;
import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The service without the agent, read by what its Actuator exposes to Prometheus: what Micrometer calls its metrics is known. */
@Tag("long")
class ActuatorMetricsIT {

    @Test
    void aGaugeOfItsOwnThatGrowsIsFound() {
        assertThat(failures(LeakyTestCase.class))
                .singleElement()
                .asString()
                .startsWith("LEAK in ")
                .contains("suspect   metrics:baskets_underway: ", "+1.000 per operation", "not watched: heap");
    }

    @Test
    void theRemediedBuildIsCleanByMetricsThatAreKnownByName() throws IOException {
        assertThat(failures(RemediedTestCase.class)).isEmpty();

        JsonNode record = new ObjectMapper()
                .readTree(Path.of(
                                System.getProperty("scupper.records"),
                                RemediedTestCase.class.getName(),
                                "basketsThatAreTooLargeAreForgotten.json")
                        .toFile());
        assertThat(record.path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(record.path("samples").path(0).path("counted").properties())
                .extracting(Map.Entry::getKey)
                .contains("descriptors:socket", "threads:live", "classes:loaded", "buffers:direct");
    }

    private static List<String> failures(Class<?> leakTest) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(leakTest))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse(""))
                .toList();
    }

    abstract static class Baskets {

        @LargePayload(to = "POST /baskets", size = "8KiB", times = 1055)
        @ReturnsToBaseline
        void basketsThatAreTooLargeAreForgotten() {}
    }

    // tag::metrics[]
    static Sut build(String build) {
        var metrics = MetricsService.at("/actuator/prometheus").counting("baskets_underway");
        return Sut.program(Path.of(System.getProperty("java.home"), "bin", "java"), metrics)
                .arguments("-jar", BasketsJar.path().toString())
                .http(8080)
                .readyAt("/actuator/health")
                .setting("BASKETS_BUILD", build);
    }
    // end::metrics[]

    @LeakTest(within = "2s")
    static class LeakyTestCase extends Baskets {

        @SystemUnderTest
        static Sut baskets = build("leaky");
    }

    @LeakTest(within = "10s")
    static class RemediedTestCase extends Baskets {

        @SystemUnderTest
        static Sut baskets = build("remedied");
    }
}
