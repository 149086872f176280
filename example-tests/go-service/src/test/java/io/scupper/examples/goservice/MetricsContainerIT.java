package io.scupper.examples.goservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.ext.outside.MetricsService;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The same service read by its metrics alone: fewer things are watched, and the words for it say which. */
class MetricsContainerIT {

    @Test
    void whatGrowsByTheMetricsIsFound() {
        String message = Launched.run(LeakyTestCase.class).failures().get("reportsEnd");

        assertThat(message)
                .startsWith("LEAK in ")
                .contains(
                        "suspect   goroutines:all",
                        "metrics:orders_pending",
                        "+1.000 per operation",
                        "not watched: heap");
    }

    @Test
    void theRemediedBuildIsCleanAndNothingIsSaidOfItsHeap() {
        Launched launched = Launched.run(RemediedTestCase.class);

        assertThat(launched.failures()).isEmpty();
        JsonNode record = launched.record("reportsEnd");
        assertThat(record.path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(record.path("probes"))
                .extracting(probe -> probe.path("name").asText())
                .contains("goroutines:all")
                .doesNotContain("heap");
    }

    abstract static class Reports {

        @ReturnsToBaseline
        void reportsEnd(HttpCalls http) throws IOException {
            http.post("/orders/{id}/report", "", HttpCalls.uniqueId());
        }
    }

    // tag::metrics[]
    static Sut build(String build) {
        var metrics = MetricsService.at("/metrics").counting("orders_pending{queue=\"reports\"}");
        return Sut.container(GoOrders.IMAGE, metrics)
                .http(8080)
                .readyAt("/health")
                .setting("ORDERS_BUILD", build);
    }
    // end::metrics[]

    @LeakTest(within = "2s")
    static class LeakyTestCase extends Reports {

        @SystemUnderTest
        static Sut orders = build("leaky");
    }

    @LeakTest(within = "10s")
    static class RemediedTestCase extends Reports {

        @SystemUnderTest
        static Sut orders = build("remedied");
    }
}
