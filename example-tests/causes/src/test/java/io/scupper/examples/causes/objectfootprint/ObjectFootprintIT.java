package io.scupper.examples.causes.objectfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.causes.Verdicts;
import io.scupper.junit.Budget;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.PerInstance;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred thousand objects: of 24 bytes where 16 would do, and of 72 with their boxes where 32 would. */
class ObjectFootprintIT {

    private static final String PRICES = "io.scupper.examples.causes.objectfootprint.Prices$";

    @Test
    @Tag("long")
    void paddedInstancesAreSeenInTheirFootprint() throws IOException {
        Verdicts leaky = Verdicts.of(PaddedTestCase.class);

        assertThat(leaky.assertOverBudget("shallow of " + PRICES + "LooseTick")).isEqualTo(24);
        assertThat(leaky.message()).contains("200000 live instances take 4800000 bytes");
    }

    @Test
    @Tag("long")
    void packedInstancesStayWithinTheBudget() throws IOException {
        Verdicts.of(PackedTestCase.class).assertClean();
    }

    @Test
    void boxesThatInstancesHoldAreSeenInWhatTheyRetain() throws IOException {
        Verdicts leaky = Verdicts.of(BoxedTestCase.class);

        assertThat(leaky.assertOverBudget("retained of " + PRICES + "BoxedQuote"))
                .isEqualTo(72);
        assertThat(leaky.message()).contains("of these their own: 24 B each");
    }

    @Test
    void primitivesStayWithinTheBudget() throws IOException {
        Verdicts.of(PlainTestCase.class).assertClean();
    }

    @LeakTest
    static class PaddedTestCase {

        @SystemUnderTest
        static Sut prices = build(Prices.Build.PADDED);

        // tag::shallow[]
        @Budget(instances = @PerInstance(of = PRICES + "LooseTick", shallow = "16B"))
        @ReturnsToBaseline
        void ticksTakeWhatTheyHold(HttpCalls http) throws IOException {
            http.get("/newest");
        }
        // end::shallow[]
    }

    @LeakTest
    static class PackedTestCase {

        @SystemUnderTest
        static Sut prices = build(Prices.Build.PACKED);

        @Budget(instances = @PerInstance(of = PRICES + "PackedTick", shallow = "16B"))
        @ReturnsToBaseline
        void ticksTakeWhatTheyHold(HttpCalls http) throws IOException {
            http.get("/newest");
        }
    }

    @LeakTest
    static class BoxedTestCase {

        @SystemUnderTest
        static Sut prices = build(Prices.Build.BOXED);

        // tag::retained[]
        @Budget(instances = @PerInstance(of = PRICES + "BoxedQuote", retained = "32B"))
        @ReturnsToBaseline
        void quotesHoldNoBoxes(HttpCalls http) throws IOException {
            http.get("/newest");
        }
        // end::retained[]
    }

    @LeakTest
    static class PlainTestCase {

        @SystemUnderTest
        static Sut prices = build(Prices.Build.PLAIN);

        @Budget(instances = @PerInstance(of = PRICES + "PlainQuote", retained = "32B"))
        @ReturnsToBaseline
        void quotesHoldNoBoxes(HttpCalls http) throws IOException {
            http.get("/newest");
        }
    }

    private static Sut build(Prices.Build build) {
        return Sut.main(Prices.class).arguments(build.name()).http(8080);
    }
}
