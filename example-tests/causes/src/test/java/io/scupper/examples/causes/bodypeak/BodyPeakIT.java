package io.scupper.examples.causes.bodypeak;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.causes.Verdicts;
import io.scupper.fault.LargePayload;
import io.scupper.junit.Budget;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Eight bodies of 4 MiB at once: nothing of them is kept, and while they come in they are all there, or a piece of each. */
class BodyPeakIT {

    private static final double BODIES = 8 * 4 << 20;

    @Test
    void bodiesThatAreHeldWholeAreSeenAtTheirPeak() throws IOException {
        Verdicts leaky = Verdicts.of(LeakyTestCase.class);

        assertThat(leaky.assertOverBudget("peakHeap")).isGreaterThan(BODIES / 2);
        assertThat(leaky.message())
                .contains("fault     large-payload fired")
                .containsPattern("at the peak .* MiB more of byte\\[\\] than at rest");
    }

    @Test
    void bodiesThatAreReadInPiecesStayWithinTheBudget() throws IOException {
        Verdicts.of(RemediedTestCase.class).assertClean();
    }

    abstract static class Uploading {

        // tag::test[]
        @LargePayload(to = "POST /uploads", size = "4MiB", concurrency = 8, times = 400)
        @Budget(peakHeap = "12MiB")
        @ReturnsToBaseline
        void uploadsArePassedOn() {}
        // end::test[]
    }

    static Sut build(String build) {
        return Sut.main(Uploads.class).arguments(build).http(8080).jvmOptions("-Xmx256m");
    }

    @LeakTest
    static class LeakyTestCase extends Uploading {

        @SystemUnderTest
        static Sut uploads = build("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends Uploading {

        @SystemUnderTest
        static Sut uploads = build("remedied");
    }
}
