package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.engine.Planting;
import io.scupper.example.shop.Shop;
import io.scupper.fault.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What mutation mode makes of a suite that knows nothing of it. */
class MutationModeIT {

    private static final Path FOLDER = Path.of("target", "scupper");

    @Test
    void aLeakThatNoTestNoticesFailsTheBuildThoughEveryTestPasses() throws IOException {
        var launched = Launched.run(LendingTestCase.class, "scupper.mutate", "true");

        launched.results()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(1).failed(0));
        assertThat(launched.failureOfTheEngine())
                .isInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith(
                        "The leak tests do not notice 1 of the leaks that were put under them:\n  lost-receipt: passed"
                                + " by LendingTestCase.clerksGoHome: CLEAN (fired ")
                .contains("-Dscupper.mutate.ignore=lost-receipt", "mutations.md");
        assertThat(outcome("staying-clerk").path("outcome").asText()).isEqualTo("NOTICED");
        assertThat(outcome("staying-clerk").path("noticedBy"))
                .singleElement()
                .satisfies(
                        by -> assertThat(by.asText()).isEqualTo("LendingTestCase.clerksGoHome: LEAK (threads:clerk)"));
        assertThat(outcome("lost-receipt").path("outcome").asText()).isEqualTo("NOT_NOTICED");
        assertThat(outcome("unclosed-response").path("outcome").asText()).isEqualTo("DOES_NOT_APPLY");
        assertThat(FOLDER.resolve("mutations.md"))
                .content()
                .contains("| `staying-clerk` | noticed | LendingTestCase.clerksGoHome: LEAK (threads:clerk) |");
        assertThat(FOLDER.resolve("index.html")).content().doesNotContain("mutations.json");
    }

    @Test
    @Tag("long")
    void whatNeedNotBeNoticedIsSaid() throws IOException {
        Launched.run(
                        LendingTestCase.class,
                        Map.of("scupper.mutate", "true", "scupper.mutate.ignore", "lost-receipt, staying-clerk"))
                .assertPassed(1);

        assertThat(outcome("lost-receipt").path("outcome").asText()).isEqualTo("IGNORED");
    }

    @Test
    @Tag("long")
    void aTestThatLeaksByItselfIsNotMutated() {
        var launched = Launched.run(StayingTestCase.class, "scupper.mutate", "true");

        assertThat(launched.failure()).hasMessageStartingWith("LEAK in StayingTestCase.clerksStay");
    }

    @Test
    void anotherValueIsRefused() {
        assertThat(Launched.run(StayingTestCase.class, "scupper.mutate", "yes").failure())
                .hasMessage("scupper.mutate is 'yes'. Allowed are true and false.");
    }

    private static JsonNode outcome(String fault) throws IOException {
        for (JsonNode each : new ObjectMapper()
                .readTree(FOLDER.resolve("mutations.json").toFile())
                .path("mutations")) {
            if (each.path("fault").asText().equals(fault)) {
                return each;
            }
        }
        throw new AssertionError("no " + fault);
    }

    @LeakTest(within = "1s", runtime = Where.IN_PROCESS, operations = 10, controlRounds = 1, planting = Planting.OFF)
    static class LendingTestCase {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @ReturnsToBaseline
        void clerksGoHome(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = 10, controlRounds = 1, planting = Planting.OFF)
    static class StayingTestCase {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @Inject("staying-clerk")
        @ReturnsToBaseline
        void clerksStay(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }
}
