package io.scupper.examples.leaktests;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The leaky build in a JVM of its own: every leak is found and named. The container stands for both. */
class LeakyOrdersIT {

    @Test
    @Tag("long")
    void everyLeakIsFoundAndNamed() throws IOException {
        LeakyOrders.run(LeakyTestCase.class).assertThatEveryLeakIsFound();
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends OrdersLeaks {

        @SystemUnderTest
        static Sut orders = Orders.build("leaky");
    }
}
