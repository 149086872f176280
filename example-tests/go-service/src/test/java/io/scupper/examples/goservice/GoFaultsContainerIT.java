package io.scupper.examples.goservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.junit.LeakTest;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The faults from outside work on a Go service as on any: the remedied build stands them, and the leaky one does not. */
class GoFaultsContainerIT {

    @Test
    @Tag("long")
    void theRemediedBuildStandsThem() {
        Launched launched = Launched.run(RemediedTestCase.class);

        assertThat(launched.failures()).isEmpty();
        assertThat(launched.verdicts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "largeOrdersAreNotKept", "CLEAN",
                        "clientsThatGoAwayAreForgotten", "CLEAN",
                        "slowReadersAreGivenUp", "CLEAN",
                        "keysAreNotKept", "CLEAN"));
    }

    @Test
    void theLeakyBuildWaitsForSlowReaders() {
        assertThat(Launched.run(LeakyTestCase.class, "slowReadersAreGivenUp").failure())
                .startsWith("LEAK")
                .contains("goroutines:net/http.(*conn).serve", "main.build.export(main.go:");
    }

    @Test
    @Tag("long")
    void theLeakyBuildKeepsWhatTheyBring() {
        Map<String, String> failures = Launched.run(LeakyTestCase.class).failures();

        assertThat(failures).containsOnlyKeys("largeOrdersAreNotKept", "slowReadersAreGivenUp", "keysAreNotKept");
        assertThat(failures.get("largeOrdersAreNotKept")).startsWith("LEAK").contains("culprit   main.keepBody");
        assertThat(failures.get("keysAreNotKept")).startsWith("LEAK").contains("culprit   main.cacheContext");
    }

    @LeakTest(within = "30s")
    static class RemediedTestCase extends GoFaults {

        @SystemUnderTest
        static Sut orders = GoOrders.alone("remedied");
    }

    @LeakTest(within = "2s")
    static class LeakyTestCase extends GoFaults {

        @SystemUnderTest
        static Sut orders = GoOrders.alone("leaky");
    }
}
