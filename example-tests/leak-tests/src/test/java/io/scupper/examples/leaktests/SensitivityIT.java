package io.scupper.examples.leaktests;

import static io.scupper.junit.HttpCalls.uniqueId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.examples.leaktests.LeakyOrders.Launched;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How small a leak is found: one object of 64 bytes on one request in ten, and nothing where there is none. */
class SensitivityIT {

    private static final String CRUMB = "heap:io.scupper.examples.orders.Crumb";

    @Test
    void oneSmallObjectOnOneRequestInTenIsFound() throws IOException {
        Launched.run(CrumblingTestCase.class);

        JsonNode record = Launched.record(CrumblingTestCase.class, "ordersLeaveNothing");
        assertThat(record.path("verdict").asText()).isEqualTo("LEAK");
        assertThat(record.path("probes")).anySatisfy(probe -> {
            assertThat(probe.path("name").asText()).isEqualTo(CRUMB);
            assertThat(probe.path("verdict").asText()).isEqualTo("LEAK");
            assertThat(probe.path("perOperation").asDouble()).isEqualTo(0.1, Offset.offset(0.005));
        });
        assertThat(record.path("suspects").path(0).path("evidence").toString())
                .contains("each instance is 64 bytes by itself");
    }

    @Test
    void theSameServiceWithoutItIsClean() throws IOException {
        Launched.run(TidyTestCase.class);

        JsonNode record = Launched.record(TidyTestCase.class, "ordersLeaveNothing");
        assertThat(record.path("verdict").asText()).isEqualTo("CLEAN");
    }

    abstract static class ReadOrders {

        @ReturnsToBaseline
        void ordersLeaveNothing(HttpCalls http) throws IOException {
            http.get("/orders/{id}", uniqueId());
        }
    }

    @LeakTest(within = "2s")
    static class CrumblingTestCase extends ReadOrders {

        @SystemUnderTest
        static Sut orders = Orders.alone().setting("ORDERS_TINY_LEAK", "10");
    }

    @LeakTest(within = "2s")
    static class TidyTestCase extends ReadOrders {

        @SystemUnderTest
        static Sut orders = Orders.alone();
    }
}
