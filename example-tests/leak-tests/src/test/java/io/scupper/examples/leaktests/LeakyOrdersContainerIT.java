package io.scupper.examples.leaktests;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The leaky build in a container: every leak is found and named. */
class LeakyOrdersContainerIT {

    /** What one test keeps in memory and another in threads; each experiment with its explanation takes a minute. */
    @Test
    void whatStandsForAllIsFoundAndNamed() throws IOException {
        var tests = Set.of("confirmationsOutliveASlowRedis", "hungReportsAreCancelled");
        LeakyOrders.run(LeakyTestCase.class, tests).assertThatLeaksAreFound(tests);
    }

    @Tag("long")
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
