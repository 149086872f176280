package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.scupper.example.shop.Shop;
import io.scupper.fault.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Leak tests in parallel do not see each other's faults, and neither do two faults of one type in one subject. */
class ParallelIT {

    @Test
    void testsOnTwoSubjectsDoNotSeeEachOthersFaults() throws IOException {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(StruckTestCase.class), selectClass(SparedTestCase.class))
                .execute();

        assertThat(verdict(results, StruckTestCase.class, "clerksGoHome")).isEqualTo("LEAK");
        assertThat(verdict(results, SparedTestCase.class, "clerksGoHome")).isEqualTo("CLEAN");
        var started = results.testEvents().started().list();
        var finished = results.testEvents().finished().list();
        assertThat(started.get(1).getTimestamp())
                .as("they ran at the same time")
                .isBefore(finished.get(0).getTimestamp());
    }

    @Test
    void twoFaultsOfOneTypeCountForThemselves() throws IOException {
        var launched = Launched.run(TwiceTestCase.class);

        JsonNode faults = launched.record("clerksGoHome").path("faults");
        assertThat(faults).hasSize(2);
        long every = faults.path(0).path("fired").asLong();
        assertThat(every).isGreaterThan(40);
        assertThat(faults.path(0).path("matched").asLong() / 2).isEqualTo(every);
        assertThat(faults.path(1).path("fired").asLong()).isEqualTo(7);
    }

    private static String verdict(EngineExecutionResults results, Class<?> testClass, String method)
            throws IOException {
        return new Launched(testClass, results).record(method).path("verdict").asText();
    }

    abstract static class Lending {

        void lend(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }

    @LeakTest(within = "1s", runtime = Where.FORKED, operations = 20, controlRounds = 1)
    static class StruckTestCase extends Lending {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @Inject(value = "unclosed-response", with = "site=io.scupper.example.shop.Shop#sendHome")
        @ReturnsToBaseline
        void clerksGoHome(HttpCalls http) throws IOException {
            lend(http);
        }
    }

    @LeakTest(within = "5s", runtime = Where.FORKED, operations = 20, controlRounds = 1)
    static class SparedTestCase extends Lending {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @ReturnsToBaseline
        void clerksGoHome(HttpCalls http) throws IOException {
            lend(http);
        }
    }

    @LeakTest(within = "1s", runtime = Where.FORKED, operations = 20, controlRounds = 1)
    static class TwiceTestCase extends Lending {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @Inject(
                value = "unclosed-response",
                with = {"site=io.scupper.example.shop.Shop#sendHome", "every=2"})
        @Inject(
                value = "unclosed-response",
                with = {"site=io.scupper.example.shop.Shop#sendHome", "every=5", "times=7", "recovery=ASSISTED"})
        @ReturnsToBaseline
        void clerksGoHome(HttpCalls http) throws IOException {
            lend(http);
        }
    }
}
