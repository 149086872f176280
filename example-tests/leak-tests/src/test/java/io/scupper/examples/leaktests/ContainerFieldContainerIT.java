package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.LargePayload;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** A Testcontainers test that exists already becomes a leak test of its container by two annotations. Alone, since no container may be left. */
@Isolated
class ContainerFieldContainerIT {

    @Test
    void remediedBuildReturnsToItsBaseline() throws IOException {
        var results = LeakyOrders.Launched.run(RemediedTestCase.class);

        results.allEvents().assertStatistics(events -> events.failed(0).aborted(0));
        results.testEvents().assertStatistics(events -> events.succeeded(2));
        assertVerdict(RemediedTestCase.class, "CLEAN");
        assertNothingIsLeft();
    }

    @Test
    void leakOfTheLeakyBuildIsFound() throws IOException {
        var results = LeakyOrders.Launched.run(LeakyTestCase.class);

        results.testEvents().assertStatistics(events -> events.succeeded(1).failed(1));
        assertThat(results.testEvents().failed().list())
                .singleElement()
                .satisfies(failed -> assertThat(failed.toString())
                        .contains("LEAK in LeakyTestCase.largeOrdersAreNotKept", "AuditEntry"));
        assertVerdict(LeakyTestCase.class, "LEAK");
        assertNothingIsLeft();
    }

    private static void assertVerdict(Class<?> testClass, String verdict) throws IOException {
        var record = LeakyOrders.Launched.record(testClass, "largeOrdersAreNotKept");
        assertThat(record.path("verdict").asText()).isEqualTo(verdict);
        assertThat(record.path("runtime").asText()).isEqualTo("container");
        assertThat(record.path("faults").path(0).path("fired").asLong()).isGreaterThanOrEqualTo(40);
    }

    private static void assertNothingIsLeft() {
        assertThat(DockerClientFactory.instance()
                        .client()
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Map.of("org.testcontainers.sessionId", DockerClientFactory.SESSION_ID))
                        .exec())
                .isEmpty();
    }

    abstract static class Orders {

        @Test
        void ordersAreShown(HttpCalls http) throws IOException {
            assertThat(http.get("/orders/{id}", 7).body()).contains("\"id\":\"7\"");
        }

        @LargePayload(to = "POST /orders", size = "1MiB", times = 40)
        @ReturnsToBaseline
        void largeOrdersAreNotKept() {}
    }

    // tag::container-field[]
    @LeakTest(within = "10s")
    @Testcontainers
    static class RemediedTestCase extends Orders {

        @Container
        @SystemUnderTest
        static GenericContainer<?> orders = OrdersContainer.of("remedied");
    }
    // end::container-field[]

    @LeakTest(within = "3s")
    @Testcontainers
    static class LeakyTestCase extends Orders {

        @Container
        @SystemUnderTest
        static GenericContainer<?> orders = OrdersContainer.of("leaky");
    }
}
