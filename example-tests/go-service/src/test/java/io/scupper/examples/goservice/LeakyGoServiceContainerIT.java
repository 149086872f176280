package io.scupper.examples.goservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The leaky build in a container: every leak is found, and the function and line that are to blame are named. */
class LeakyGoServiceContainerIT {

    @Test
    void everyLeakIsFoundAndItsFunctionNamed() {
        Map<String, String> failures = Launched.run(LeakyTestCase.class).failures();

        assertThat(failures).hasSize(4);
        assertThat(failures.get("bodiesAreNotKept"))
                .startsWith("LEAK in ")
                .contains("culprit   main.keepBody", "suspect   heap:main.keepBody", "main.keepBody(leaky.go:23)");
        assertThat(failures.get("reportsEnd"))
                .startsWith("LEAK in ")
                .contains(
                        "suspect   goroutines:main.awaitApproval",
                        "+1.000 per operation",
                        "culprit   main.startReport",
                        "are parked in chan receive, called by main.awaitApproval(leaky.go:45)",
                        "one for each operation: 211 of 211 operations left one",
                        "main.startReport(leaky.go:39)",
                        "select on ctx.Done()");
        assertThat(failures.get("contextsAreCancelled"))
                .startsWith("LEAK in ")
                .contains(
                        "culprit   main.cacheContext",
                        "suspect   heap:main.cacheContext",
                        "main.cacheContext(leaky.go:59)",
                        "defer cancel()");
        assertThat(failures.get("responsesAreClosed"))
                .startsWith("LEAK in ")
                .contains(
                        "suspect   goroutines:net/http.(*persistConn).readLoop",
                        "+1.000 per operation",
                        "culprit   main.readPrice",
                        "main.readPrice(leaky.go:66)",
                        "defer response.Body.Close()");
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends GoLeaks {

        @SystemUnderTest
        static Sut orders = GoOrders.build("leaky");
    }
}
