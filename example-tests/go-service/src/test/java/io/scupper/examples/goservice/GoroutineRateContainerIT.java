package io.scupper.examples.goservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However fast requests come, a goroutine that each of them leaves behind is exactly one for each. */
@Tag("long")
class GoroutineRateContainerIT {

    @Test
    void atTenRequestsASecond() {
        assertThatEachLeavesOne(TenASecondTestCase.class);
    }

    @Test
    void atAThousandRequestsASecond() {
        assertThatEachLeavesOne(ThousandASecondTestCase.class);
    }

    private static void assertThatEachLeavesOne(Class<?> leakTest) {
        JsonNode record = Launched.run(leakTest).record("reportsEnd");

        assertThat(record.path("verdict").asText()).isEqualTo("LEAK");
        assertThat(record.path("probes")).anySatisfy(probe -> {
            assertThat(probe.path("name").asText()).isEqualTo("goroutines:main.awaitApproval");
            assertThat(probe.path("verdict").asText()).isEqualTo("LEAK");
            assertThat(probe.path("perOperation").asDouble()).isEqualTo(1.0);
        });
        assertThat(record.path("suspects").path(0).path("culprit").asText()).isEqualTo("main.startReport");
    }

    abstract static class Reports {

        private final Pace pace;

        Reports(Pace pace) {
            this.pace = pace;
        }

        @ReturnsToBaseline
        void reportsEnd(HttpCalls http) throws IOException {
            pace.await();
            http.post("/orders/{id}/report", "", HttpCalls.uniqueId());
        }
    }

    @LeakTest(within = "2s", operations = 11)
    static class TenASecondTestCase extends Reports {

        @SystemUnderTest
        static Sut orders = GoOrders.alone("leaky");

        TenASecondTestCase() {
            super(new Pace(10));
        }
    }

    @LeakTest(within = "2s", operations = 1_009, concurrency = 64)
    static class ThousandASecondTestCase extends Reports {

        @SystemUnderTest
        static Sut orders = GoOrders.alone("leaky");

        ThousandASecondTestCase() {
            super(new Pace(1_000));
        }
    }
}
