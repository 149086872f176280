package io.scupper.examples.leaktests;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The leaky build in a container: every leak is found and named. */
class LeakyOrdersContainerIT {

    /** Five experiments, each with its explanation. */
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Test
    void everyLeakIsFoundAndNamed() throws IOException {
        LeakyOrders.run(LeakyTestCase.class).assertThatEveryLeakIsFound();
    }

    @LeakTest(within = "3s", runtime = Where.CONTAINER)
    static class LeakyTestCase extends OrdersLeaks {

        @SystemUnderTest
        static Sut orders = Orders.build("leaky");
    }
}
