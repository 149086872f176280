package io.scupper.examples.causes.bodypeak;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.fault.LargePayload;
import io.scupper.junit.Budget;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;

/** Eight bodies of 4 MiB at once: nothing of them is kept, and while they come in they are all there, or a piece of each. */
@Tag("long")
class BodyPeakIT extends ForkedCauseContract {

    private static final Cause CAUSE =
            Cause.of("body-peak").overBudget("uploadsArePassedOn", "peakHeap", BodyPeak.class.getName() + ".whole");

    BodyPeakIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @LargePayload(to = "POST /work", size = "4MiB", concurrency = 8, times = 400)
        @Budget(peakHeap = "20MiB")
        @ReturnsToBaseline
        void uploadsArePassedOn() {}
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(BodyPeak.class, build).jvmOptions("-Xmx256m");
    }

    @LeakTest
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
