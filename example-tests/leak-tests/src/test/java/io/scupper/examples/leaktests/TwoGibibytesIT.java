package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.examples.leaktests.LeakyOrders.Launched;
import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two gibibytes of payload pass from a test JVM that could not hold an eighth of them. Alone, since its memory is to be its own. */
@Isolated
class TwoGibibytesIT {

    private static final long MIB = 1L << 20;

    @Test
    void twoGibibytesPassThroughATestJvmOf256Mebibytes() throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256 * MIB);

        Launched.run(HugeOrdersTestCase.class);

        JsonNode record = Launched.record(HugeOrdersTestCase.class, "hugeOrdersAreRefused");
        assertThat(record.path("verdict").asText()).isEqualTo("CLEAN");
        JsonNode fault = record.path("faults").path(0);
        assertThat(fault.path("fired").asLong() * 64 * MIB).isGreaterThanOrEqualTo(2048 * MIB);
        assertThat(fault.path("note").asText()).contains("in all, answered 413 ×");
    }

    @LeakTest(within = "5s")
    static class HugeOrdersTestCase {

        @SystemUnderTest
        static Sut orders = Orders.alone();

        @LargePayload(to = "POST /orders", size = "64MiB", times = 32)
        @ReturnsToBaseline
        void hugeOrdersAreRefused() {}
    }
}
