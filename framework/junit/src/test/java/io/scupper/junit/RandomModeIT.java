package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.engine.Planting;
import io.scupper.example.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Random mixes of faults: what leaks is shrunk, kept and replayed. */
class RandomModeIT {

    private static final Path KEPT =
            Path.of("target", "scupper", CheckingTestCase.class.getName(), "customersAreKnown.random");

    @Test
    void aMixThatLeaksIsShrunkAndKept() throws IOException {
        Files.deleteIfExists(KEPT);
        long seed = seedWhoseFirstMixHasBoth();

        Throwable failure = Launched.run(
                        CheckingTestCase.class,
                        Map.of("scupper.random", String.valueOf(seed), "scupper.random.mixes", "1"))
                .failure();

        String mix = RandomMix.draw(seed, 1, CheckingTestCase.REACHED).toString();
        assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith(
                        "LEAK in CheckingTestCase.customersAreKnown under mix 1 of seed " + seed + ": threads:clerk")
                .contains(
                        "\n  mix       1 of seed " + seed + ": " + mix,
                        "\n  least     unknown-customer(",
                        "\n  replay    mvn verify -Dit.test='" + CheckingTestCase.class.getName()
                                + "#customersAreKnown' -Dscupper.random=" + seed + " -Dscupper.random.mix=1");
        assertThat(KEPT).hasContent(seed + " 1\n");
    }

    @Test
    @Tag("long")
    void aMixThatWasKeptIsReplayedFirst() throws IOException {
        long seed = seedWhoseFirstMixHasBoth();
        Files.createDirectories(KEPT.getParent());
        Files.writeString(KEPT, seed + " 1\n");

        Throwable replayed = Launched.run(
                        CheckingTestCase.class, Map.of("scupper.random", "1", "scupper.random.mixes", "1"))
                .failure();

        assertThat(replayed).hasMessageContaining("under mix 1 of seed " + seed + ": threads:clerk");
    }

    @Test
    @Tag("long")
    void mixesUnderWhichNothingIsRetainedPassAndAreForgotten() throws IOException {
        Path kept = Path.of("target", "scupper", LendingTestCase.class.getName(), "clerksGoHome.random");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "4711 1\n");
        Path record = kept.resolveSibling("clerksGoHome-random.json");
        Files.writeString(record, "{}");

        Launched.run(LendingTestCase.class, "scupper.random.mixes", "1").assertPassed(1);

        assertThat(kept).doesNotExist();
        assertThat(record).as("the leak that it was").doesNotExist();
    }

    @Test
    void aSeedThatIsNoNumberIsRefusedBeforeAnythingStarts() {
        assertThat(Launched.run(LendingTestCase.class, "scupper.random", "dice").failure())
                .hasMessage("scupper.random is 'dice'. Allowed is a whole number.");
    }

    private static long seedWhoseFirstMixHasBoth() {
        long seed = 1;
        while (RandomMix.draw(seed, 1, CheckingTestCase.REACHED).faults().size() < 2) {
            seed++;
        }
        return seed;
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = 20, controlRounds = 1, planting = Planting.OFF)
    static class CheckingTestCase {

        static final List<String> REACHED = List.of("lost-receipt", "unknown-customer");

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @ReturnsToBaseline
        void customersAreKnown(HttpCalls http) throws IOException {
            http.get("/check");
        }
    }

    @LeakTest(
            within = "5s",
            runtime = Where.IN_PROCESS,
            operations = 20,
            controlRounds = 1,
            random = "3",
            planting = Planting.OFF)
    static class LendingTestCase {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @ReturnsToBaseline
        void clerksGoHome(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }
}
