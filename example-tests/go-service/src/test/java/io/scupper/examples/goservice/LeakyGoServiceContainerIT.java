package io.scupper.examples.goservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The leaky build in a container: every leak is found, and the function and line that are to blame are named. */
class LeakyGoServiceContainerIT {

    @Test
    void bodiesThatAreKeptAreFound() {
        assertThat(failure("bodiesAreNotKept"))
                .startsWith("LEAK in ")
                .contains("culprit   main.keepBody", "suspect   heap:main.keepBody", "main.keepBody(leaky.go:23)");
    }

    @Test
    void goroutinesThatWaitForEverAreFoundOnePerOperation() {
        assertThat(failure("reportsEnd"))
                .startsWith("LEAK in ")
                .contains(
                        "culprit   main.startReport",
                        "suspect   goroutines:main.awaitApproval",
                        "+1.000 per operation",
                        "are parked in chan receive, called by main.awaitApproval(leaky.go:45)",
                        "one for each operation: 211 of 211 operations left one",
                        "main.startReport(leaky.go:39)",
                        "select on ctx.Done()");
    }

    @Test
    @Tag("long")
    void contextsInACacheAreFound() {
        assertThat(failure("contextsAreCancelled"))
                .startsWith("LEAK in ")
                .contains(
                        "culprit   main.cacheContext",
                        "suspect   heap:main.cacheContext",
                        "main.cacheContext(leaky.go:60)",
                        "defer cancel()");
    }

    @Test
    @Tag("long")
    void responsesThatAreNotClosedAreFound() {
        assertThat(Launched.run(WithPricesTestCase.class, "responsesAreClosed").failure())
                .startsWith("LEAK in ")
                .contains(
                        "suspect   goroutines:net/http.(*persistConn).readLoop",
                        "+1.000 per operation",
                        "defer response.Body.Close()",
                        "culprit   main.readPrice",
                        "main.readPrice(leaky.go:66)");
    }

    private static String failure(String method) {
        return Launched.run(LeakyTestCase.class, method).failure();
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends GoLeaks {

        @SystemUnderTest
        static Sut orders = GoOrders.alone("leaky");
    }

    @LeakTest(within = "2s")
    static class WithPricesTestCase extends GoLeaks {

        @SystemUnderTest
        static Sut orders = GoOrders.build("leaky");
    }
}
